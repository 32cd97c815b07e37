package dev.assay.verify;

import dev.assay.snp.AttestationReport;
import dev.assay.snp.ReportSignature;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;

/**
 * Step 6: whether the leaf's key signed the first 672 bytes as received. Both (r, s) and (r, n - s) verify, as ECDSA has
 * it: a signature does not identify a report, and nothing here pretends that it does.
 */
final class SnpReportSignature {
    private SnpReportSignature() {}

    static void check(
            AttestationReport report, X509Certificate leaf, VerificationOptions options, FindingList findings) {
        ReportSignature signature = report.signature();
        BigInteger r = signature.r();
        BigInteger s = signature.s();
        if (!EcCurve.P384.inRange(r, s)) {
            findings.add(
                    SnpCheck.SIGNATURE_RANGE,
                    "r and s from 1 to the order of P-384 less 1",
                    "r = 0x" + r.toString(16) + ", s = 0x" + s.toString(16));
            return;
        }
        EcKey key;
        try {
            key = key(leaf, options);
        } catch (GeneralSecurityException e) {
            findings.add(SnpCheck.LEAF_KEY, "a point on P-384", String.valueOf(e.getMessage()));
            return;
        }
        if (!key.verify(report.signedBytes(), r, s)) {
            findings.add(SnpCheck.SIGNATURE_INVALID, "a signature by the leaf's key", "one that does not verify");
        }
    }

    private static EcKey key(X509Certificate leaf, VerificationOptions options) throws GeneralSecurityException {
        return options.memory().key(new CertificateSignatures(options).keyName(leaf), () -> {
            if (leaf.getPublicKey() instanceof ECPublicKey key && EcCurve.P384.hasParameters(key.getParams())) {
                return options.signatures().ecKey(EcCurve.P384, key.getW());
            }
            throw new GeneralSecurityException(
                    "the leaf has a key of another kind: " + leaf.getPublicKey().getAlgorithm());
        });
    }
}
