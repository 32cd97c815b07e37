package dev.assay.explain;

import dev.assay.model.Bytes;
import dev.assay.model.Irregularity;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.CertificateTable;
import dev.assay.snp.Cpuid;
import dev.assay.snp.Product;
import dev.assay.snp.TcbLayout;
import dev.assay.snp.TcbVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Describes an SEV-SNP report, with the certificate table that came with it. */
public final class ReportDescription {
    private final AttestationReport report;

    private ReportDescription(AttestationReport report) {
        this.report = report;
    }

    /**
     * Describes a report.
     *
     * @param report the report
     * @param table the certificate table behind it, if there is one
     * @return the description
     */
    public static Description of(AttestationReport report, Optional<CertificateTable> table) {
        ReportDescription fields = new ReportDescription(report);
        List<Section> sections = new ArrayList<>(List.of(
                new Section("Report", fields.identity()),
                new Section("Guest", fields.guest()),
                new Section("Platform", fields.platform()),
                new Section("TCB", fields.tcb()),
                new Section("Signature", fields.signature())));
        table.ifPresent(present -> sections.add(new Section("Certificate table", TableFields.of(present))));
        List<Irregularity> irregularities = new ArrayList<>(report.irregularities());
        table.ifPresent(present -> irregularities.addAll(present.irregularities()));
        return new Description(
                "sev-snp-report",
                "AMD SEV-SNP attestation report",
                sections,
                "Nothing below is authenticated: whoever made these bytes chose them. Use verify to find out.",
                irregularities);
    }

    private List<Field> identity() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("version", "VERSION", report.version()));
        fields.add(Field.of("vmpl", "VMPL", report.vmpl(), vmplNote()));
        fields.add(Field.of("reportData", "REPORT_DATA", report.reportData()));
        fields.add(Field.of("reportId", "REPORT_ID", report.reportId()));
        fields.add(Field.of("reportIdMa", "REPORT_ID_MA", report.reportIdMa()));
        return fields;
    }

    private String vmplNote() {
        if (report.vmpl() == AttestationReport.HOST_REQUESTED) {
            return "asked for by the host: REPORT_DATA is not the guest's";
        }
        return report.vmpl() == 0 ? "the most privileged level" : "a less privileged level of the guest";
    }

    private List<Field> guest() {
        return List.of(
                Field.of("measurement", "MEASUREMENT", report.measurement()),
                Field.of("hostData", "HOST_DATA", report.hostData()),
                SnpBits.policy(report.policy()),
                Field.of("guestSvn", "GUEST_SVN", report.guestSvn()),
                Field.of("familyId", "FAMILY_ID", report.familyId()),
                Field.of("imageId", "IMAGE_ID", report.imageId()),
                Field.of("idKeyDigest", "ID_KEY_DIGEST", report.idKeyDigest(), idBlockNote()),
                Field.of("authorKeyDigest", "AUTHOR_KEY_DIGEST", report.authorKeyDigest(), authorKeyNote()));
    }

    private String idBlockNote() {
        return report.idKeyDigest().isZero() ? "no ID block" : "an ID block was signed with this key";
    }

    private String authorKeyNote() {
        return report.signerInfo().authorKeyEn() ? "certified the ID key" : "not enabled, without meaning";
    }

    private List<Field> platform() {
        List<Field> fields = new ArrayList<>();
        report.cpuid().ifPresent(cpuid -> fields.add(cpuid(cpuid)));
        report.cpuid()
                .flatMap(Cpuid::product)
                .ifPresent(product -> fields.add(Field.of("product", "product", product.label(), "by CPUID")));
        fields.add(SnpBits.platformInfo(report.platformInfo()));
        fields.add(Field.of(
                "chipId", "CHIP_ID", report.chipId(), report.chipId().isZero() ? "masked, or signed by a VLEK" : ""));
        fields.add(Field.of(
                "currentMajor", "CURRENT_MAJOR", report.currentVersion().major()));
        fields.add(Field.of(
                "currentMinor", "CURRENT_MINOR", report.currentVersion().minor()));
        fields.add(Field.of(
                "currentBuild", "CURRENT_BUILD", report.currentVersion().build()));
        fields.add(Field.of(
                "committedMajor", "COMMITTED_MAJOR", report.committedVersion().major()));
        fields.add(Field.of(
                "committedMinor", "COMMITTED_MINOR", report.committedVersion().minor()));
        fields.add(Field.of(
                "committedBuild",
                "COMMITTED_BUILD",
                report.committedVersion().build(),
                report.committedVersion().equals(report.currentVersion())
                        ? ""
                        : "provisional: firmware " + report.currentVersion() + " can be rolled back to "
                                + report.committedVersion()));
        report.launchMitVector()
                .ifPresent(vector -> fields.add(Field.of("launchMitVector", "LAUNCH_MIT_VECTOR", vector)));
        report.currentMitVector()
                .ifPresent(vector -> fields.add(Field.of("currentMitVector", "CURRENT_MIT_VECTOR", vector)));
        return fields;
    }

    private static Field cpuid(Cpuid cpuid) {
        HexFormat digits = HexFormat.of();
        String hex = digits.toHexDigits((byte) cpuid.family())
                + digits.toHexDigits((byte) cpuid.model())
                + digits.toHexDigits((byte) cpuid.stepping());
        return Field.of(
                "cpuid",
                "CPUID_FAM_ID, _MOD_ID, _STEP",
                hex,
                "family 0x" + Integer.toHexString(cpuid.family()) + ", model 0x" + Integer.toHexString(cpuid.model())
                        + ", stepping " + cpuid.stepping() + ": " + cpuid.codeName());
    }

    private List<Field> tcb() {
        return List.of(
                tcb("reportedTcb", "REPORTED_TCB", report.reportedTcb()),
                tcb("currentTcb", "CURRENT_TCB", report.currentTcb()),
                tcb("committedTcb", "COMMITTED_TCB", report.committedTcb()),
                tcb("launchTcb", "LAUNCH_TCB", report.launchTcb()));
    }

    private Field tcb(String name, String label, Bytes value) {
        Optional<TcbLayout> layout = report.cpuid().flatMap(Cpuid::product).map(Product::tcbLayout);
        if (layout.isPresent()) {
            return Field.of(name, label, value, new TcbVersion(layout.get(), value).toString());
        }
        return Field.of(
                name,
                label,
                value,
                "if Milan or Genoa: " + new TcbVersion(TcbLayout.MILAN_GENOA, value),
                "if Turin: " + new TcbVersion(TcbLayout.TURIN, value));
    }

    private List<Field> signature() {
        List<Field> fields = new ArrayList<>(SnpBits.signer(report.signerInfo()));
        fields.add(Field.of(
                "signatureAlgo",
                "SIGNATURE_ALGO",
                report.signatureAlgo(),
                report.signatureAlgo() == AttestationReport.ECDSA_P384_SHA384
                        ? "ECDSA P-384 with SHA-384"
                        : "unknown"));
        if (report.signature().isAbsent()) {
            fields.add(Field.of("signature", "SIGNATURE", "none", "all zero: the firmware did not sign"));
        } else {
            fields.add(Field.of(
                    "signatureR",
                    "SIGNATURE r",
                    report.signature().rBytes(),
                    number(report.signature().r())));
            fields.add(Field.of(
                    "signatureS",
                    "SIGNATURE s",
                    report.signature().sBytes(),
                    number(report.signature().s())));
        }
        return fields;
    }

    private static String number(BigInteger integer) {
        return "little-endian, 0x" + integer.toString(16);
    }
}
