package dev.assay.benchmarks;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * One ECDSA check on P-384 with SHA-384 over the 672 signed bytes of the shipped report, the key being kept: the least
 * that verification of a report can cost with a backend. Written without the library.
 */
interface BareCheck {
    /** Bytes before the signature. */
    int SIGNED_SIZE = 0x2A0;

    /** Offset of the signature's first integer, little-endian. */
    int R = 0x2A0;

    /** Offset of the second. */
    int S = 0x2E8;

    /** Bytes of an integer on P-384. */
    int INTEGER_SIZE = 48;

    boolean run() throws GeneralSecurityException;

    static BareCheck bouncyCastle(byte[] report) throws GeneralSecurityException {
        BigInteger r = new BigInteger(1, bigEndian(report, R));
        BigInteger s = new BigInteger(1, bigEndian(report, S));
        ECPublicKey point = (ECPublicKey) publicKey();
        X9ECParameters curve = CustomNamedCurves.getByName("secp384r1");
        ECPublicKeyParameters key = new ECPublicKeyParameters(
                curve.getCurve()
                        .createPoint(point.getW().getAffineX(), point.getW().getAffineY()),
                new ECDomainParameters(curve));
        return () -> {
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, key);
            MessageDigest digest = MessageDigest.getInstance("SHA-384");
            digest.update(report, 0, SIGNED_SIZE);
            return signer.verifySignature(digest.digest(), r, s);
        };
    }

    static BareCheck platform(byte[] report) throws GeneralSecurityException {
        PublicKey key = publicKey();
        byte[] raw = Arrays.copyOf(bigEndian(report, R), 2 * INTEGER_SIZE);
        System.arraycopy(bigEndian(report, S), 0, raw, INTEGER_SIZE, INTEGER_SIZE);
        return () -> {
            Signature check = Signature.getInstance("SHA384withECDSAinP1363Format");
            check.initVerify(key);
            check.update(report, 0, SIGNED_SIZE);
            return check.verify(raw);
        };
    }

    private static byte[] bigEndian(byte[] report, int start) {
        byte[] integer = new byte[INTEGER_SIZE];
        for (int i = 0; i < INTEGER_SIZE; i++) {
            integer[INTEGER_SIZE - 1 - i] = report[start + i];
        }
        return integer;
    }

    private static PublicKey publicKey() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(ShippedEvidence.vcek()))
                .getPublicKey();
    }
}
