package dev.assay.result;

import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.Cpuid;
import dev.assay.snp.GuestPolicyBit;
import dev.assay.snp.Product;
import dev.assay.verify.VerifiedReport;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of an SEV-SNP report under their names in document 56860. */
final class SnpClaims {
    private final Map<String, Object> claims = new LinkedHashMap<>();

    private SnpClaims() {}

    static Map<String, Object> of(AttestationReport report, Optional<VerifiedReport> verified) {
        SnpClaims all = new SnpClaims();
        all.guest(report);
        all.platform(report);
        verified.map(VerifiedReport::product)
                .or(() -> report.cpuid().flatMap(Cpuid::product))
                .map(Product::label)
                .ifPresent(label -> all.claims.put("snp_product", label));
        verified.flatMap(VerifiedReport::cspId).ifPresent(csp -> all.claims.put("snp_csp_id", csp));
        verified.ifPresent(known -> all.claims.put("snp_revocation", Labels.of(known.crlState())));
        return all.claims;
    }

    private void guest(AttestationReport report) {
        claims.put("snp_version", report.version());
        bytes("snp_report_data", report.reportData());
        bytes("snp_measurement", report.measurement());
        bytes("snp_host_data", report.hostData());
        claims.put("snp_vmpl", report.vmpl());
        claims.put("snp_policy", word(report.policy().value()));
        // The policy is fixed at launch, so that what it says has held since boot (RFC 9711, 4.2.9).
        claims.put("dbgstat", report.policy().has(GuestPolicyBit.DEBUG) ? "enabled" : "disabled-since-boot");
        claims.put("snp_guest_svn", report.guestSvn());
        bytes("snp_family_id", report.familyId());
        bytes("snp_image_id", report.imageId());
        bytes("snp_id_key_digest", report.idKeyDigest());
        bytes("snp_author_key_digest", report.authorKeyDigest());
        claims.put("snp_author_key_en", report.signerInfo().authorKeyEn());
        bytes("snp_report_id", report.reportId());
        bytes("snp_report_id_ma", report.reportIdMa());
    }

    private void platform(AttestationReport report) {
        claims.put("snp_signing_key", report.signerInfo().signingKey().name());
        bytes("snp_chip_id", report.chipId());
        report.cpuid()
                .ifPresent(cpuid -> claims.put(
                        "snp_cpuid", octet(cpuid.family()) + octet(cpuid.model()) + octet(cpuid.stepping())));
        claims.put("snp_platform_info", word(report.platformInfo().value()));
        bytes("snp_reported_tcb", report.reportedTcb());
        bytes("snp_current_tcb", report.currentTcb());
        bytes("snp_committed_tcb", report.committedTcb());
        bytes("snp_launch_tcb", report.launchTcb());
        claims.put("snp_current_version", report.currentVersion().toString());
        claims.put("snp_committed_version", report.committedVersion().toString());
        report.launchMitVector().ifPresent(vector -> bytes("snp_launch_mit_vector", vector));
        report.currentMitVector().ifPresent(vector -> bytes("snp_current_mit_vector", vector));
    }

    private void bytes(String name, Bytes value) {
        claims.put(name, value.hex());
    }

    private static String word(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    private static String octet(int value) {
        return HexFormat.of().toHexDigits((byte) value);
    }
}
