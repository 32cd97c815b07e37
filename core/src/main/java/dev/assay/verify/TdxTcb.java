package dev.assay.verify;

import dev.assay.endorsement.PckExtensions;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.SvnLevel;
import dev.assay.endorsement.TcbInfo;
import dev.assay.endorsement.TcbLevel;
import dev.assay.endorsement.TdxModuleIdentity;
import dev.assay.model.TcbStatus;
import dev.assay.tdx.Quote;
import dev.assay.tdx.TdReportSince15;
import dev.assay.tdx.TeeTcbSvn;
import java.util.List;
import java.util.Optional;

/**
 * Steps 8.8 and 8.9: the TCB status. First for the TCB at the TD's launch and, for reports since TDX 1.5, again for the
 * present one with the same certificate and quoting enclave; merging comes first and relaunch last.
 */
final class TdxTcb {
    private final PckExtensions pck;
    private final TcbInfo info;
    private final QeIdentity identity;
    private final int qeSvn;

    TdxTcb(PckExtensions pck, TcbInfo info, QeIdentity identity, Quote quote) {
        this.pck = pck;
        this.info = info;
        this.identity = identity;
        this.qeSvn = quote.signatureData().qeReport().isvSvn();
    }

    /**
     * The status, and what it comes from.
     *
     * @param status of the whole
     * @param launch the TCB at the TD's launch
     * @param current the present one, if the report has it
     */
    record Result(TcbStatus status, TcbEvaluation launch, Optional<TcbEvaluation> current) {}

    Optional<Result> judge(Quote quote, FindingList findings) {
        Optional<TcbEvaluation> launch = evaluate(quote.body().teeTcbSvn(), "at launch", findings);
        if (!(quote.body() instanceof TdReportSince15 since15)) {
            return launch.map(only -> judged(only, Optional.empty(), findings));
        }
        Optional<TcbEvaluation> current = evaluate(since15.teeTcbSvn2(), "at present", findings);
        return launch.isEmpty() || current.isEmpty()
                ? Optional.empty()
                : Optional.of(judged(launch.get(), current, findings));
    }

    private Result judged(TcbEvaluation launch, Optional<TcbEvaluation> current, FindingList findings) {
        TcbStatus status = current.map(now -> TcbMerge.relaunch(launch.status(), now.status()))
                .orElse(launch.status());
        if (status != TcbStatus.UP_TO_DATE) {
            findings.add(
                    TdxCheck.of(status),
                    TcbStatus.UP_TO_DATE.label(),
                    status.label() + " as of " + launch.tcbDate() + " by " + info
                            + (launch.advisories().isEmpty() ? "" : ", " + launch.advisories()));
        }
        if (status != TcbStatus.REVOKED
                && current.map(TcbEvaluation::status)
                        .filter(TcbStatus.REVOKED::equals)
                        .isPresent()) {
            findings.add(TdxCheck.TCB_CURRENT_REVOKED, "a present TCB that is not revoked", TcbStatus.REVOKED.label());
        }
        return new Result(status, launch, current);
    }

    private Optional<TcbEvaluation> evaluate(TeeTcbSvn svn, String when, FindingList findings) {
        Optional<TcbLevel> platform = TcbMatching.platform(info.levels(), pck, svn);
        if (platform.isEmpty()) {
            LevelGap nearest = TcbExplanation.platform(info, pck, svn).nearest().orElseThrow();
            findings.add(
                    TdxCheck.TCB_NOT_SUPPORTED,
                    "a platform (" + when + ") that reaches a level of the TCB info",
                    "short of the nearest, " + nearest);
        }
        Optional<SvnLevel> module = Optional.empty();
        boolean complete = platform.isPresent();
        if (svn.major() > 0) {
            module = module(svn, when, findings);
            complete &= module.isPresent();
        }
        Optional<SvnLevel> qe = TcbMatching.svn(identity.levels(), qeSvn);
        if (qe.isEmpty()) {
            findings.add(TdxCheck.TCB_QE_NOT_SUPPORTED, lowest(identity.levels()), "security version " + qeSvn);
        }
        return complete && qe.isPresent()
                ? Optional.of(new TcbEvaluation(platform.orElseThrow(), module, qe.get()))
                : Optional.empty();
    }

    private Optional<SvnLevel> module(TeeTcbSvn svn, String when, FindingList findings) {
        Optional<TdxModuleIdentity> module = info.moduleIdentity(svn.major());
        if (module.isEmpty()) {
            findings.add(
                    TdxCheck.MODULE_UNKNOWN,
                    "a TCB info with the module identity " + TdxModuleIdentity.idOf(svn.major()) + " (" + when + ")",
                    "none");
            return Optional.empty();
        }
        Optional<SvnLevel> level = TcbMatching.svn(module.get().levels(), svn.minor());
        if (level.isEmpty()) {
            findings.add(
                    TdxCheck.TCB_MODULE_NOT_SUPPORTED,
                    lowest(module.get().levels()),
                    "security version " + svn.minor() + " " + when);
        }
        return level;
    }

    private static String lowest(List<SvnLevel> levels) {
        return "a security version of at least " + levels.get(levels.size() - 1).isvSvn();
    }
}
