package dev.assay.cli;

import dev.assay.snp.TcbVersion;
import dev.assay.verify.VerifiedReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What verification established about an SEV-SNP report. */
final class ReportFacts {
    private static final List<String> ROLES = List.of("leaf", "intermediate", "root");
    private static final int WIDTH = 14;

    private ReportFacts() {}

    static void print(Page page, VerifiedReport verified) {
        FactList facts = new FactList(page, WIDTH);
        facts.heading("Established");
        facts.fact("product", verified.product().label());
        facts.fact("signing key", verified.signingKey().name());
        facts.fact("chip", verified.chipId().map(chip -> chip.hex()).orElse("none: bound to no chip"));
        verified.cspId().ifPresent(csp -> facts.fact("cloud provider", csp));
        facts.fact("reported TCB", verified.reportedTcb().toString());
        facts.fact("current TCB", verified.currentTcb().toString());
        facts.fact("committed TCB", verified.committedTcb().toString());
        facts.fact("launch TCB", verified.launchTcb().toString());
        facts.fact("revocation", ChainFacts.word(verified.crlState()));
        facts.fact("holds", verified.window().toString());
        ChainFacts.print(facts, ROLES, verified.chain());
    }

    static Map<String, Object> members(VerifiedReport verified) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("product", verified.product().label());
        members.put("signingKey", verified.signingKey().name());
        members.put("chipId", verified.chipId().map(chip -> chip.hex()).orElse(null));
        members.put("cspId", verified.cspId().orElse(null));
        members.put("reportedTcb", tcb(verified.reportedTcb()));
        members.put("currentTcb", tcb(verified.currentTcb()));
        members.put("committedTcb", tcb(verified.committedTcb()));
        members.put("launchTcb", tcb(verified.launchTcb()));
        members.put("crl", ChainFacts.word(verified.crlState()));
        members.put("window", ChainFacts.window(verified.window()));
        members.put("chain", ChainFacts.members(ROLES, verified.chain()));
        return members;
    }

    private static Map<String, Object> tcb(TcbVersion version) {
        Map<String, Object> members = new LinkedHashMap<>();
        version.layout().components().forEach(component -> members.put(component.label(), version.spl(component)));
        return members;
    }
}
