package dev.assay.cli;

import dev.assay.policy.CompositePolicy;
import dev.assay.policy.PlainPolicy;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyDescription;
import dev.assay.policy.PolicyDescription.Line;
import dev.assay.policy.PolicyDescription.Origin;
import dev.assay.result.Combination;
import java.util.List;

/** A policy in words, for its author: what it demands, and what it leaves open. */
final class PolicyPage {
    private static final int INDENT = 2;
    private static final int DETAIL = 6;
    private static final int WIDTH = 7;
    private static final int LINE = 110;

    private final Page page;

    private PolicyPage(Page page) {
        this.page = page;
    }

    static String of(Policy policy, boolean colour) {
        Page page = new Page(colour);
        page.line("POLICY " + title(policy), Ink.GREEN);
        page.line("SHA-256 " + policy.digest().hex());
        new PolicyPage(page).tell(policy);
        return page.toString();
    }

    private void tell(Policy policy) {
        if (policy instanceof CompositePolicy composite) {
            boolean any = composite.combination() == Combination.ANY_OF;
            page.heading(title(composite) + (any ? " is met if one of these is:" : " is met if all of these are:"));
            composite.parts().forEach(part -> page.line(" ".repeat(INDENT) + title(part)));
            composite.parts().forEach(this::tell);
        } else {
            plain((PlainPolicy) policy);
        }
    }

    private static String title(Policy policy) {
        return policy.id() + ", version " + policy.version();
    }

    private void plain(PlainPolicy policy) {
        PolicyDescription words = PolicyDescription.of(policy);
        page.heading(title(policy) + ": " + kinds(policy));
        block("Demanded", Ink.BOLD, words.lines(Origin.DEMANDED));
        block("Demanded by default", Ink.BOLD, words.lines(Origin.DEFAULT));
        block("LEFT OPEN on purpose: anything passes", Ink.YELLOW, words.lines(Origin.LEFT_OPEN));
        unmentioned(words.lines(Origin.UNMENTIONED));
    }

    private static String kinds(PlainPolicy policy) {
        if (policy.snp().isEmpty()) {
            return "accepts TDX quotes only";
        }
        return policy.tdx().isEmpty() ? "accepts SEV-SNP reports only" : "accepts SEV-SNP reports and TDX quotes";
    }

    private void block(String title, Ink ink, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.blank();
        page.line(" ".repeat(INDENT) + title, ink);
        for (Line line : lines) {
            page.line(" ".repeat(2 * INDENT) + line.path());
            page.entry(DETAIL, "rule", WIDTH, line.meaning());
            if (line.origin() != Origin.LEFT_OPEN) {
                page.entry(DETAIL, "wanted", WIDTH, line.demand());
            } else if (!line.unsaid().equals(line.demand())) {
                page.entry(DETAIL, "turned off", WIDTH, "the default, " + line.unsaid());
            }
        }
    }

    /** Only their names: there are many, and what they mean stands in the table of rules. */
    private void unmentioned(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.blank();
        page.line(" ".repeat(INDENT) + "Not mentioned, so that anything passes", Ink.BOLD);
        StringBuilder row = new StringBuilder();
        for (String path : lines.stream().map(Line::path).toList()) {
            if (row.length() + path.length() > LINE) {
                page.line(" ".repeat(2 * INDENT) + row);
                row.setLength(0);
            }
            row.append(row.isEmpty() ? "" : " ").append(path);
        }
        page.line(" ".repeat(2 * INDENT) + row);
    }
}
