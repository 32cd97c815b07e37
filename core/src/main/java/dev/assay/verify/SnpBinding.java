package dev.assay.verify;

import dev.assay.endorsement.KdsUrl;
import dev.assay.endorsement.VekExtensions;
import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.Cpuid;
import dev.assay.snp.Product;
import dev.assay.snp.TcbComponent;
import dev.assay.snp.TcbVersion;
import java.util.Optional;
import java.util.stream.Collectors;

/** Step 5: whether the leaf was issued for the product, TCB and chip of this report. */
final class SnpBinding {
    private SnpBinding() {}

    static void checkProduct(
            AttestationReport report, Product issuer, VerificationOptions options, FindingList findings) {
        Optional<Cpuid> cpuid = report.cpuid();
        if (cpuid.isPresent() && !cpuid.get().product().equals(Optional.of(issuer))) {
            findings.add(
                    SnpCheck.BINDING_PRODUCT,
                    "a processor of " + issuer.label() + ", as the issuer is",
                    "CPUID " + cpuid.get() + " (" + cpuid.get().codeName() + ")");
        }
        options.expectedProduct()
                .filter(expected -> expected != issuer)
                .ifPresent(
                        expected -> findings.add(SnpCheck.BINDING_EXPECTED_PRODUCT, expected.label(), issuer.label()));
    }

    static void check(
            AttestationReport report,
            Product product,
            VekExtensions extensions,
            VerificationOptions options,
            FindingList findings) {
        checkTcb(report, product, extensions, findings);
        noteUnknownTcbBytes(report, product, findings);
        extensions.hwId().ifPresent(hwId -> checkChip(report, hwId, options, findings));
    }

    private static void checkTcb(
            AttestationReport report, Product product, VekExtensions extensions, FindingList findings) {
        TcbVersion certified = extensions.tcb();
        if (certified.bytes().equals(report.reportedTcb())) {
            return;
        }
        TcbVersion reported = new TcbVersion(product.tcbLayout(), report.reportedTcb());
        String differences = product.tcbLayout().components().stream()
                .filter(component -> certified.spl(component) != reported.spl(component))
                .map(component -> difference(component, certified, reported))
                .collect(Collectors.joining(", "));
        findings.add(
                SnpCheck.BINDING_TCB,
                "REPORTED_TCB " + reported,
                "a certificate for " + certified + (differences.isEmpty() ? "" : " (" + differences + ")"),
                extensions.hwId().isPresent() && !report.chipId().isZero()
                        ? "The certificate is from before or after a firmware change. Get the one for the reported TCB: "
                                + KdsUrl.vcek(product, report.chipId(), reported)
                        : "The certificate is from before or after a firmware change. Get the one for the reported TCB"
                                + " from the cloud provider, with a new report.");
    }

    private static String difference(TcbComponent component, TcbVersion certified, TcbVersion reported) {
        return component.label() + ": certificate " + certified.spl(component) + ", report " + reported.spl(component);
    }

    private static void noteUnknownTcbBytes(AttestationReport report, Product product, FindingList findings) {
        for (Bytes tcb : new Bytes[] {report.currentTcb(), report.committedTcb(), report.launchTcb()}) {
            TcbVersion version = new TcbVersion(product.tcbLayout(), tcb);
            if (version.hasUnknownBytes()) {
                findings.add(
                        SnpCheck.REPORT_UNKNOWN_BITS, "TCB bytes that belong to no component zero", version.toString());
                return;
            }
        }
    }

    private static void checkChip(
            AttestationReport report, Bytes hwId, VerificationOptions options, FindingList findings) {
        Bytes chipId = report.chipId();
        if (chipId.isZero()) {
            if (options.allowMaskedChipId()) {
                findings.add(SnpCheck.BINDING_UNBOUND, "a report bound to its chip", "CHIP_ID masked, as allowed");
            } else {
                findings.add(SnpCheck.BINDING_CHIP_ID_MASKED, "a CHIP_ID", "all zero");
            }
            return;
        }
        if (!chipId.startsWith(hwId) || !chipId.from(hwId.length()).isZero()) {
            findings.add(
                    SnpCheck.BINDING_CHIP_ID,
                    "CHIP_ID " + chipId.hex(),
                    "a certificate for hwID " + hwId.hex()
                            + (chipId.startsWith(hwId) ? ", and further bytes of CHIP_ID are not zero" : ""));
        }
    }
}
