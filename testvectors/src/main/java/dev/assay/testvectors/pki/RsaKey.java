package dev.assay.testvectors.pki;

import java.math.BigInteger;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** A throw-away RSA key pair with the public exponent 65537. */
public final class RsaKey {
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private final BigInteger modulus;
    private final RSAPrivateCrtKeyParameters parameters;

    RsaKey(BigInteger p, BigInteger q) {
        BigInteger one = BigInteger.ONE;
        this.modulus = p.multiply(q);
        BigInteger d = EXPONENT.modInverse(p.subtract(one).multiply(q.subtract(one)));
        BigInteger dp = d.mod(p.subtract(one));
        BigInteger dq = d.mod(q.subtract(one));
        // The last argument skips a primality test of what is known to be good, which takes longer than signing.
        this.parameters = new RSAPrivateCrtKeyParameters(modulus, EXPONENT, d, p, q, dp, dq, q.modInverse(p), true);
    }

    /**
     * The size of the modulus.
     *
     * @return bits
     */
    public int bits() {
        return modulus.bitLength();
    }

    /**
     * The public key as certificates have it.
     *
     * @return the DER of a SubjectPublicKeyInfo with the algorithm rsaEncryption
     */
    public byte[] publicKeyInfo() {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        byte[] key = Der.encode(new RSAPublicKey(modulus, EXPONENT));
        return Der.encode(new SubjectPublicKeyInfo(algorithm, key));
    }

    RSAPrivateCrtKeyParameters parameters() {
        return parameters;
    }

    /** Signatures' salts derive from this. */
    byte[] salting() {
        return modulus.toByteArray();
    }
}
