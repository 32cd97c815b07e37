package dev.assay.policy;

import dev.assay.result.TcbRow;
import dev.assay.snp.TcbComponent;
import dev.assay.snp.TcbVersion;
import dev.assay.tdx.TeeTcbSvn;
import dev.assay.verify.LevelGap;
import dev.assay.verify.TcbExplanation;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Security versions beside a policy's floors. */
final class TcbRows {
    private TcbRows() {}

    static List<TcbRow> of(PlainPolicy policy, Verified<?> verified) {
        return verified instanceof VerifiedReport report
                ? snp(policy.snp(), report)
                : tdx(policy.tdx(), (VerifiedQuote) verified);
    }

    private static List<TcbRow> snp(Optional<PolicySection<VerifiedReport>> section, VerifiedReport report) {
        List<TcbRow> rows = new ArrayList<>();
        add(rows, "reported", SnpRules.MIN_TCB, section, scoped(report, report.reportedTcb()));
        add(rows, "committed", SnpRules.MIN_COMMITTED_TCB, section, scoped(report, report.committedTcb()));
        add(rows, "current", SnpRules.MIN_CURRENT_TCB, section, scoped(report, report.currentTcb()));
        add(rows, "launch", SnpRules.MIN_LAUNCH_TCB, section, scoped(report, report.launchTcb()));
        return rows;
    }

    private static ScopedTcb scoped(VerifiedReport report, TcbVersion version) {
        return new ScopedTcb(report.product(), report.evidence().cpuid(), version);
    }

    private static void add(
            List<TcbRow> rows,
            String version,
            PolicyRule<VerifiedReport, ScopedTcb> rule,
            Optional<PolicySection<VerifiedReport>> section,
            ScopedTcb tcb) {
        Map<TcbComponent, Integer> floor = section.map(demands -> demands.demand(rule))
                .filter(TcbFloors.class::isInstance)
                .flatMap(demand -> ((TcbFloors) demand).floor(tcb))
                .orElse(Map.of());
        for (TcbComponent component : tcb.tcb().layout().components()) {
            Integer least = floor.get(component);
            rows.add(new TcbRow(
                    version,
                    component.label(),
                    tcb.tcb().spl(component),
                    least == null ? OptionalInt.empty() : OptionalInt.of(least)));
        }
    }

    private static List<TcbRow> tdx(Optional<PolicySection<VerifiedQuote>> section, VerifiedQuote quote) {
        List<TcbRow> rows = new ArrayList<>();
        TeeTcbSvn svn = quote.evidence().body().teeTcbSvn();
        Optional<SvnFloor> floor = section.map(demands -> demands.demand(TdxRules.MIN_TEE_TCB_SVN))
                .filter(SvnFloor.class::isInstance)
                .map(SvnFloor.class::cast);
        for (int i = 0; i < TeeTcbSvn.SIZE; i++) {
            int component = i;
            OptionalInt least = floor.map(
                            demand -> OptionalInt.of(demand.least().u8(component)))
                    .orElse(OptionalInt.empty());
            // Components 3 to 15 are zero on all platforms there are.
            if (i < 3 || svn.component(i) != 0 || least.orElse(0) != 0) {
                rows.add(new TcbRow("tee_tcb_svn", String.valueOf(i), svn.component(i), least));
            }
        }
        section.ifPresent(demands -> rows.addAll(shortfalls(demands.demand(TdxRules.TCB_STATUS), quote)));
        return rows;
    }

    /** Of each part whose status is not accepted what it lacks for the nearest level whose status would be. */
    private static List<TcbRow> shortfalls(Demand<TcbState> wanted, VerifiedQuote quote) {
        List<TcbRow> rows = new ArrayList<>();
        for (TcbExplanation part : quote.explain()) {
            if (part.status()
                    .map(status -> wanted.accepts(new TcbState(status, part.advisories(), quote.at())))
                    .orElse(wanted.open())) {
                continue;
            }
            part.gaps().stream()
                    .filter(gap -> wanted.accepts(new TcbState(gap.status(), gap.advisories(), quote.at())))
                    .min(Comparator.comparingInt(LevelGap::distance))
                    .ifPresent(gap -> gap.shortfalls()
                            .forEach(lack -> rows.add(new TcbRow(
                                    part.part(), lack.component(), lack.actual(), OptionalInt.of(lack.required())))));
        }
        return rows;
    }
}
