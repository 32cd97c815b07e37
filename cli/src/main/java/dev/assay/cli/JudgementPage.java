package dev.assay.cli;

import dev.assay.model.Effect;
import dev.assay.model.Finding;
import dev.assay.result.AttestationResult;
import dev.assay.result.Notice;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.List;

/** What {@code verify} found out, for a person: the verdict first, then what speaks against it, then the rest. */
final class JudgementPage {
    private static final String POLICY = "policy.";
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
        judgement.appraisal().ifPresent(page::appraised);
        page.findings();
        judgement.verified().ifPresent(page::established);
        return page.page.toString();
    }

    private void appraised(AttestationResult result) {
        RuleTree.print(page, judgement.policy(), result.appraisal().orElseThrow());
        notices(result);
    }

    private void head() {
        page.line(judgement.headline(), judgement.passed() ? Ink.GREEN : refusalInk());
        if (!judgement.leftOpen().isEmpty()) {
            page.line("NOT ASKED FOR, so that anything passes: " + String.join(", ", judgement.leftOpen()), Ink.YELLOW);
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
        judgement.result().map(result -> result.audit().policy()).ifPresent(policy -> {
            facts.fact("policy", policy.id() + ", version " + policy.version());
            facts.note("SHA-256 " + policy.sha256().hex());
        });
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

    /** What the rules noticed; what verification noticed is among its findings. */
    private void notices(AttestationResult result) {
        List<Notice> notices = result.notices().stream()
                .filter(notice -> notice.code().startsWith(POLICY))
                .toList();
        if (!notices.isEmpty()) {
            page.heading("Notices");
        }
        for (Notice notice : notices) {
            page.item("noted", Ink.PLAIN, notice.code());
            page.entry(INDENT, "found", WIDTH, notice.text());
            page.entry(INDENT, "to do", WIDTH, notice.nextStep());
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
