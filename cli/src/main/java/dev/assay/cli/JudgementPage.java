package dev.assay.cli;

import dev.assay.model.Effect;
import dev.assay.model.Finding;
import dev.assay.policy.RuleResult;
import dev.assay.verify.CertificateFact;
import dev.assay.verify.VerifiedReport;
import java.util.List;

/** What {@code verify} found out, for a person: the verdict first, then what speaks against it, then the rest. */
final class JudgementPage {
    private static final int INDENT = 6;
    private static final int WIDTH = 8;
    private static final int FACT_INDENT = 2;
    private static final int FACT_WIDTH = 14;

    private final Page page;
    private final Judgement judgement;

    private JudgementPage(Judgement judgement, boolean colour) {
        this.judgement = judgement;
        this.page = new Page(colour);
    }

    static String of(Judgement judgement, boolean colour) {
        JudgementPage page = new JudgementPage(judgement, colour);
        page.head();
        page.findings();
        page.rules();
        judgement.verified().ifPresent(page::established);
        return page.page.toString();
    }

    private void head() {
        page.line(judgement.headline(), judgement.passed() ? Ink.GREEN : refusalInk());
        if (!judgement.notAsked().isEmpty()) {
            page.line("NOT ASKED FOR, so that anything passes: " + String.join(", ", judgement.notAsked()), Ink.YELLOW);
        }
        if (judgement.settings().anchors().custom()) {
            page.line("CUSTOM TRUST ANCHORS in place of the vendors' own, as asked for:", Ink.YELLOW);
            judgement
                    .settings()
                    .anchors()
                    .certificates()
                    .forEach(root -> page.line("  "
                            + root.getSubjectX500Principal().getName() + ", SHA-256 "
                            + CertificateDigest.of(root).hex()));
        }
        page.blank();
        fact("evidence", judgement.claims().title());
        fact("verified for", judgement.settings().at().toString());
    }

    private Ink refusalInk() {
        return judgement.verdict() == Verdict.INDETERMINATE ? Ink.YELLOW : Ink.RED;
    }

    private void findings() {
        if (judgement.findings().isEmpty()) {
            return;
        }
        page.heading("Findings");
        for (Finding finding : judgement.findings()) {
            page.item(word(finding.effect()), ink(finding.effect()), finding.code());
            explain(finding.expected(), finding.actual(), finding.check().source(), finding.nextStep());
        }
    }

    private void rules() {
        if (judgement.rules().isEmpty()) {
            return;
        }
        page.heading("Rules of the built-in baseline");
        for (RuleResult result : judgement.rules()) {
            switch (result.status()) {
                case FAILED -> page.item("FAILED", Ink.RED, result.rule().code());
                case NOT_ASKED ->
                    page.item("NOT ASKED", Ink.YELLOW, result.rule().code());
                case PASSED -> page.item("passed", Ink.GREEN, result.rule().code());
            }
            boolean passed = result.status() == RuleResult.Status.PASSED;
            explain(
                    result.expected(),
                    result.actual(),
                    result.rule().source(),
                    passed ? "" : result.rule().nextStep());
        }
    }

    private void explain(String expected, String actual, String source, String nextStep) {
        page.entry(INDENT, "expected", WIDTH, expected);
        page.entry(INDENT, "found", WIDTH, actual);
        page.entry(INDENT, "source", WIDTH, source);
        if (!nextStep.isEmpty()) {
            page.entry(INDENT, "to do", WIDTH, nextStep);
        }
    }

    private void established(VerifiedReport verified) {
        page.heading("Established");
        fact("product", verified.product().label());
        fact("signing key", verified.signingKey().name());
        fact("chip", verified.chipId().map(chip -> chip.hex()).orElse("none: bound to no chip"));
        verified.cspId().ifPresent(csp -> fact("cloud provider", csp));
        fact("reported TCB", verified.reportedTcb().toString());
        fact("current TCB", verified.currentTcb().toString());
        fact("committed TCB", verified.committedTcb().toString());
        fact("launch TCB", verified.launchTcb().toString());
        fact("revocation", JudgementJson.word(verified.crlState()));
        fact("holds", verified.window().toString());
        List<CertificateFact> chain = verified.chain();
        for (int i = 0; i < chain.size(); i++) {
            CertificateFact certificate = chain.get(i);
            fact(JudgementJson.ROLES.get(i), certificate.subject());
            note("serial 0x" + certificate.serial().toString(16) + ", valid " + certificate.window());
            note("SHA-256     " + certificate.fingerprint().hex());
            note("SHA-256 key " + certificate.keyFingerprint().hex());
        }
    }

    private void fact(String label, String value) {
        page.entry(FACT_INDENT, label, FACT_WIDTH, value);
    }

    private void note(String text) {
        page.note(FACT_INDENT, FACT_WIDTH, text);
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case REJECTS -> "REJECTS";
            case UNDETERMINED -> "LEAVES OPEN";
            case NOTED -> "noted";
        };
    }

    private static Ink ink(Effect effect) {
        return switch (effect) {
            case REJECTS -> Ink.RED;
            case UNDETERMINED -> Ink.YELLOW;
            case NOTED -> Ink.PLAIN;
        };
    }
}
