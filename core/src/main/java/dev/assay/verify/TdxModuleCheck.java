package dev.assay.verify;

import dev.assay.endorsement.TcbInfo;
import dev.assay.endorsement.TdxModule;
import dev.assay.endorsement.TdxModuleIdentity;
import dev.assay.tdx.TdReport;
import java.util.Optional;

/**
 * Step 8.6: whether the TDX module is one that the TCB info knows. Major version 0 is described by the TCB info itself,
 * every other by the identity of its number. SEAMATTRIBUTES must be zero whatever the mask says.
 */
final class TdxModuleCheck {
    private TdxModuleCheck() {}

    static void check(TdReport report, TcbInfo info, FindingList findings) {
        int major = report.teeTcbSvn().major();
        Optional<TdxModule> module =
                major == 0 ? info.module() : info.moduleIdentity(major).map(TdxModuleIdentity::module);
        if (module.isEmpty()) {
            findings.add(
                    TdxCheck.MODULE_UNKNOWN,
                    "a TCB info with the module identity " + TdxModuleIdentity.idOf(major),
                    info.moduleIdentities().isEmpty()
                            ? "no module identities"
                            : "only "
                                    + info.moduleIdentities().stream()
                                            .map(TdxModuleIdentity::id)
                                            .toList());
            return;
        }
        if (!report.mrSignerSeam().equals(module.get().mrSigner())) {
            findings.add(
                    TdxCheck.MODULE_SIGNER,
                    "MRSIGNERSEAM " + module.get().mrSigner().hex(),
                    report.mrSignerSeam().hex());
        }
        if (!report.seamAttributes().isZero() || !allowed(report, module.get())) {
            findings.add(
                    TdxCheck.MODULE_ATTRIBUTES,
                    "SEAMATTRIBUTES zero, and " + module.get().attributes().hex() + " under the mask "
                            + module.get().attributesMask().hex(),
                    report.seamAttributes().hex());
        }
    }

    private static boolean allowed(TdReport report, TdxModule module) {
        return (report.seamAttributes().u64le(0) & module.attributesMask().u64le(0))
                == module.attributes().u64le(0);
    }
}
