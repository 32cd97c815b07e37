package dev.assay.cli;

import dev.assay.model.Effect;
import dev.assay.model.Finding;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;

/** What {@code verify} found out, for a person: the verdict first, then what speaks against it, then the rest. */
final class JudgementPage {
    private static final int INDENT = 6;
    private static final int WIDTH = 8;
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
        FactList facts = new FactList(page, FACT_WIDTH);
        facts.fact("evidence", judgement.claims().title());
        facts.fact("verified for", judgement.settings().at().toString());
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
        judgement.appraisal().ifPresent(appraisal -> page.heading("Rules of the " + appraisal.policy()));
        for (AppraisedRule rule : judgement.rules()) {
            switch (rule.status()) {
                case FAILED -> page.item("FAILED", Ink.RED, rule.code());
                case NOT_ASKED -> page.item("NOT ASKED", Ink.YELLOW, rule.code());
                case PASSED -> page.item("passed", Ink.GREEN, rule.code());
            }
            boolean passed = rule.status() == AppraisedRule.Status.PASSED;
            explain(rule.expected(), rule.actual(), rule.source(), passed ? "" : rule.nextStep());
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

    private void established(Verified<?> verified) {
        if (verified instanceof VerifiedReport report) {
            ReportFacts.print(page, report);
        } else {
            QuoteFacts.print(page, (VerifiedQuote) verified);
        }
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
