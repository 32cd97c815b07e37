package dev.assay.verify;

import dev.assay.snp.AttestationReport;
import dev.assay.snp.SignerInfo;
import dev.assay.snp.SigningKey;

/** Step 1: what the report says of itself. */
final class SnpReportForm {
    private SnpReportForm() {}

    /** Returns whether there is a signature by a kind of key that can be verified. */
    static boolean check(AttestationReport report, FindingList findings) {
        if (!report.irregularities().isEmpty()) {
            findings.add(
                    SnpCheck.REPORT_IRREGULAR,
                    "a well-formed report",
                    report.irregularities().toString());
        }
        if (report.signatureAlgo() != AttestationReport.ECDSA_P384_SHA384) {
            findings.add(
                    SnpCheck.REPORT_SIGNATURE_ALGORITHM, "1 (ECDSA P-384 with SHA-384)", "" + report.signatureAlgo());
        }
        noteUnknownBits(report, findings);
        return checkSigner(report, findings);
    }

    private static boolean checkSigner(AttestationReport report, FindingList findings) {
        SignerInfo signer = report.signerInfo();
        if (signer.unknownBits() != 0) {
            findings.add(
                    SnpCheck.SIGNER_RESERVED,
                    "bits 31:5 of the signer info zero",
                    "0x" + Integer.toHexString(signer.unknownBits()));
        }
        if (signer.signingKey() == SigningKey.RESERVED) {
            findings.add(SnpCheck.SIGNER_RESERVED, "VCEK or VLEK", "SIGNING_KEY " + (signer.value() >>> 2 & 7));
            return false;
        }
        if (signer.maskChipKey()) {
            findings.add(SnpCheck.NOT_SIGNED, "a signed report", "MASK_CHIP_KEY is set");
            return false;
        }
        if (signer.signingKey() == SigningKey.NONE) {
            findings.add(SnpCheck.NOT_SIGNED, "a signed report", "SIGNING_KEY is none");
            return false;
        }
        return true;
    }

    private static void noteUnknownBits(AttestationReport report, FindingList findings) {
        if (report.policy().unknownBits() != 0 || !report.policy().reservedOneIsSet()) {
            findings.add(
                    SnpCheck.REPORT_UNKNOWN_BITS,
                    "POLICY bit 17 one, bits 63:26 zero",
                    "POLICY 0x" + Long.toHexString(report.policy().value()));
        }
        if (report.platformInfo().unknownBits() != 0) {
            findings.add(
                    SnpCheck.REPORT_UNKNOWN_BITS,
                    "PLATFORM_INFO bits 63:8 zero",
                    "PLATFORM_INFO 0x" + Long.toHexString(report.platformInfo().value()));
        }
    }
}
