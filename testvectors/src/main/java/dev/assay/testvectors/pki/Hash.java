package dev.assay.testvectors.pki;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** Hash functions that a signature may use, rightly or wrongly. */
public enum Hash {
    /** SHA-1, 20 bytes: refused everywhere. */
    SHA1("1.3.14.3.2.26", "1.2.840.113549.1.1.5", "1.2.840.10045.4.1"),
    /** SHA-256, 32 bytes. */
    SHA256("2.16.840.1.101.3.4.2.1", "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"),
    /** SHA-384, 48 bytes. */
    SHA384("2.16.840.1.101.3.4.2.2", "1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3"),
    /** SHA-512, 64 bytes. */
    SHA512("2.16.840.1.101.3.4.2.3", "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4");

    private final String oid;
    private final String withRsa;
    private final String withEcdsa;

    Hash(String oid, String withRsa, String withEcdsa) {
        this.oid = oid;
        this.withRsa = withRsa;
        this.withEcdsa = withEcdsa;
    }

    Digest digest() {
        return switch (this) {
            case SHA1 -> new SHA1Digest();
            case SHA256 -> SHA256Digest.newInstance();
            case SHA384 -> new SHA384Digest();
            case SHA512 -> new SHA512Digest();
        };
    }

    byte[] of(byte[] message) {
        Digest digest = digest();
        digest.update(message, 0, message.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE);
    }

    AlgorithmIdentifier withRsa() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(withRsa), DERNull.INSTANCE);
    }

    AlgorithmIdentifier withEcdsa() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(withEcdsa));
    }
}
