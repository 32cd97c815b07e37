package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.QeReportEncoder;
import dev.assay.testvectors.encode.SignatureDataEncoder;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.intel.TdxModule;
import dev.assay.testvectors.intel.TdxSimulator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The quoting enclave and the TDX module: that they are Intel's, in production, and vouch for what they should. */
final class TdxEnclaveVectors {

    private final Chapter chapter;
    private final String good;
    private final TdxForge forge;

    private TdxEnclaveVectors(TdxForge forge) {
        this.chapter = new Chapter("tdx/enclave" + forge.suffix());
        this.good = forge.good();
        this.forge = forge;
    }

    static List<SuiteVector> of(TdxForge forge) {
        TdxEnclaveVectors all = new TdxEnclaveVectors(forge);
        all.report();
        all.identity();
        all.module();
        all.debatable();
        return all.chapter.vectors();
    }

    /** What Intel's own library judges otherwise. */
    private void debatable() {
        chapter.debatable("Intel's library compares the first 32 bytes only", "binding-second-half-set");
    }

    private void rejected(String name, TdxGiven given, String code, Flag flag, String because) {
        chapter.rejected(good, name, given, code, flag, because);
    }

    private void report() {
        rejected(
                "report-signature-bit",
                forge.tamperedData(data -> data.qeReportSignature(TdxForge.flipped(data.qeReportSignature(), 40))),
                "tdx.qe.report-signature",
                Flag.QE_REPORT_SIGNATURE,
                "a bit of the signature of the enclave's report is wrong");
        rejected(
                "report-altered",
                forge.tamperedData(data -> data.qeReport(data.qeReport().set(QeField.MR_ENCLAVE, new byte[32]))),
                "tdx.qe.report-signature",
                Flag.QE_REPORT_SIGNATURE,
                "the enclave's report was altered after signing");
        rejected(
                "report-signed-by-the-attestation-key",
                forge.tamperedData(data -> data.certified(forge.intel().attestationKey()::signRaw)),
                "tdx.qe.report-signature",
                Flag.QE_REPORT_SIGNATURE,
                "the attestation key signed the enclave's report, instead of the PCK");
        rejected(
                "authentication-data-altered",
                forge.tamperedData(data -> data.authData(TdxForge.flipped(data.authData(), 0))),
                "tdx.qe.key-binding",
                Flag.QE_KEY_BINDING,
                "a bit of the authentication data was flipped");
        SignatureDataEncoder data = forge.machine().signed(forge.quote()).signatureData();
        binding("binding-second-half-set", data.qeReport().flipped(QeField.REPORT_DATA.offset() + 63, 0));
        binding("binding-zero", data.qeReport().set(QeField.REPORT_DATA, new byte[64]));
    }

    private void binding(String name, QeReportEncoder report) {
        rejected(
                name,
                forge.tamperedData(
                        data -> data.qeReport(report).certified(forge.intel().pckKey()::signRaw)),
                "tdx.qe.key-binding",
                Flag.QE_KEY_BINDING,
                "the enclave's report data is not the digest of the attestation key and 32 zeros");
    }

    private void identity() {
        chapter.valid(
                "attribute-that-does-not-count",
                forge.machine(machine ->
                        machine.qeReport(report -> report.flipped(QeField.ATTRIBUTES.offset() + 8, 0))),
                Flag.VARIANT,
                "the identity's mask leaves this attribute open");
        qe("miscselect", report -> report.set(QeField.MISC_SELECT, 1), "tdx.qe.miscselect");
        qe("debug", report -> report.flipped(QeField.ATTRIBUTES.offset(), 1), "tdx.qe.attributes");
        qe("not-initialised", report -> report.flipped(QeField.ATTRIBUTES.offset(), 0), "tdx.qe.attributes");
        qe("signer-zero", report -> report.set(QeField.MR_SIGNER, new byte[32]), "tdx.qe.signer");
        qe("signer-bit", report -> report.flipped(QeField.MR_SIGNER.offset() + 31, 0), "tdx.qe.signer");
        qe("product-1", report -> report.set(QeField.ISV_PROD_ID, 1), "tdx.qe.product");
        qe("product-258", report -> report.set(QeField.ISV_PROD_ID, 258), "tdx.qe.product");
    }

    private void qe(String name, UnaryOperator<QeReportEncoder> change, String code) {
        rejected(
                "qe-" + name,
                forge.machine(machine -> machine.qeReport(change)),
                code,
                Flag.QE_IDENTITY,
                "the quoting enclave is not as its identity demands; its report is rightly signed");
    }

    private void module() {
        rejected(
                "module-unknown",
                forge.machine(machine -> machine.tcbInfo(info -> info.withoutIdentities())),
                "tdx.module.unknown",
                Flag.MODULE_IDENTITY,
                "the TCB info has no identities of modules, and the module is of major version 1");
        rejected(
                "module-of-another-major-version",
                forge.machine(machine -> {
                    TdxSimulator other = machine.module(9);
                    return other.tcbInfo(info -> info.identities(info.identities().stream()
                            .filter(identity -> !identity.id().equals("TDX_09"))
                            .toList()));
                }),
                "tdx.module.unknown",
                Flag.MODULE_IDENTITY,
                "the TCB info has identities, but none for major version 9");
        rejected(
                "module-signer",
                forge.body(td -> td.flipped(TdField.MR_SIGNER_SEAM.offset(), 0)),
                "tdx.module.signer",
                Flag.MODULE_IDENTITY,
                "MRSIGNERSEAM is not Intel's");
        rejected(
                "module-signer-last-byte",
                forge.body(td -> td.flipped(TdField.MR_SIGNER_SEAM.offset() + 47, 7)),
                "tdx.module.signer",
                Flag.MODULE_IDENTITY,
                "the last byte of MRSIGNERSEAM is not Intel's");
        rejected(
                "module-attributes",
                forge.body(td -> td.flipped(TdField.SEAM_ATTRIBUTES.offset(), 0)),
                "tdx.module.attributes",
                Flag.MODULE_IDENTITY,
                "SEAMATTRIBUTES is not zero");
        TdxModule hidden = TdxModule.intel().withAttributes("00".repeat(8), "00".repeat(8));
        TdxSimulator hiding = forge.machine().tcbInfo(info -> info.identity(1, one -> one.withModule(hidden)));
        rejected(
                "module-attributes-under-an-empty-mask",
                TdxGiven.of(hiding.quote(
                        forge.version(), forge.kind(), td -> td.flipped(TdField.SEAM_ATTRIBUTES.offset(), 0))),
                "tdx.module.attributes",
                Flag.MODULE_IDENTITY,
                "SEAMATTRIBUTES is not zero, which the mask of the identity does not look at");
        for (int major : List.of(0, 3, 10, 255)) {
            chapter.valid(
                    "module-version-" + major,
                    forge.machine(machine -> machine.module(major)),
                    TdxStatusVectors.upToDate(),
                    Flag.MODULE_VERSIONS,
                    "a module of major version " + major + ", which the TCB info knows");
        }
    }
}
