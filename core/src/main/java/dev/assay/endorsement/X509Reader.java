package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.x509.KeptCertificate;
import dev.assay.x509.KeptCrl;
import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * Reads one certificate or revocation list from DER. The platform's parser is forgiving: it takes bytes behind the end,
 * and turns indefinite lengths into definite ones, that of the signed part too. All of it is refused here, so that what
 * is hashed, compared and verified is what was given.
 */
final class X509Reader {
    /** Vendors' certificates take under 2 kB. */
    static final int LARGEST_CERTIFICATE = 1 << 16;

    /** Room for more than 100,000 revocations. */
    static final int LARGEST_CRL = 1 << 23;

    private static final int VERSION_TAG = 0xA0;

    private final CertificateFactory factory;

    X509Reader() {
        try {
            factory = CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every Java platform reads X.509", e);
        }
    }

    /**
     * Whether the signed part begins with a version in a tag of its own, as in certificates of version 3. A guess, which says
     * what to try first: to let the platform fail takes as long as to let it succeed.
     */
    static boolean beginsAsCertificate(Bytes der) {
        int version = content(der, content(der, 0));
        return version < der.length() && der.u8(version) == VERSION_TAG;
    }

    /** Behind the tag and length at an offset, or the end. */
    private static int content(Bytes der, int offset) {
        if (offset + 1 >= der.length()) {
            return der.length();
        }
        int first = der.u8(offset + 1);
        return offset + 2 + (first < 0x80 ? 0 : first & 0x7F);
    }

    X509Certificate certificate(Bytes der) throws UnreadableException {
        int start = checkFrame(der, LARGEST_CERTIFICATE);
        byte[] given = der.toArray();
        DerLimits.check(given);
        try {
            if (factory.generateCertificate(new ByteArrayInputStream(given)) instanceof X509Certificate parsed
                    && Arrays.equals(parsed.getEncoded(), given)
                    && standsAt(start, parsed.getTBSCertificate(), given)
                    && endsInWholeBytes(given, parsed.getSignature())) {
                return KeptCertificate.of(parsed);
            }
            throw new UnreadableException("not a certificate in DER");
        } catch (CertificateException | RuntimeException | StackOverflowError e) {
            throw new UnreadableException("not a certificate: " + e.getMessage());
        }
    }

    X509CRL crl(Bytes der) throws UnreadableException {
        int start = checkFrame(der, LARGEST_CRL);
        byte[] given = der.toArray();
        DerLimits.check(given);
        try {
            if (factory.generateCRL(new ByteArrayInputStream(given)) instanceof X509CRL parsed
                    && Arrays.equals(parsed.getEncoded(), given)
                    && standsAt(start, parsed.getTBSCertList(), given)
                    && endsInWholeBytes(given, parsed.getSignature())) {
                return KeptCrl.of(parsed);
            }
            throw new UnreadableException("not a revocation list in DER");
        } catch (CRLException | RuntimeException | StackOverflowError e) {
            throw new UnreadableException("not a revocation list: " + e.getMessage());
        }
    }

    /**
     * The signature is the last thing in the structure, and the byte before it says how many of its bits do not count.
     * The platform masks these bits, so that more than one value of that byte, which nobody signs, would do.
     */
    private static boolean endsInWholeBytes(byte[] der, byte[] signature) {
        return der[der.length - signature.length - 1] == 0;
    }

    private static boolean standsAt(int start, byte[] part, byte[] whole) {
        int end = start + part.length;
        return end <= whole.length && Arrays.equals(part, 0, part.length, whole, start, end);
    }

    /**
     * A SEQUENCE with a definite length, in the shortest form, that spans exactly the given bytes.
     *
     * @return where its content starts
     */
    private static int checkFrame(Bytes der, int largest) throws UnreadableException {
        if (der.length() > largest) {
            throw new UnreadableException("larger than " + largest + " bytes");
        }
        if (der.length() < 2 || der.u8(0) != 0x30) {
            throw new UnreadableException("neither PEM nor a DER sequence");
        }
        int first = der.u8(1);
        int lengthBytes = first < 0x80 ? 0 : first & 0x7F;
        if (lengthBytes > 3 || first == 0x80 || der.length() < 2 + lengthBytes) {
            throw new UnreadableException("not a DER length");
        }
        int length = lengthBytes == 0 ? first : 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | der.u8(2 + i);
        }
        int least = switch (lengthBytes) {
            case 0 -> 0;
            case 1 -> 0x80;
            default -> 1 << (8 * (lengthBytes - 1));
        };
        if (length < least || length != der.length() - 2 - lengthBytes) {
            throw new UnreadableException("the DER sequence does not span exactly the given bytes");
        }
        return 2 + lengthBytes;
    }
}
