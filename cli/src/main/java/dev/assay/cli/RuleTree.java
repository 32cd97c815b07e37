package dev.assay.cli;

import dev.assay.result.Branch;
import dev.assay.result.Combination;
import dev.assay.result.RuleResult;
import dev.assay.result.RuleStatus;
import java.util.Comparator;
import java.util.List;

/** What a policy came to, for a person: the parts it is made of, and in each the rules, failed ones first. */
final class RuleTree {
    private static final int STEP = 2;
    private static final int DETAIL = 4;
    private static final int WIDTH = 8;

    private final Page page;

    private RuleTree(Page page) {
        this.page = page;
    }

    static void print(Page page, String policy, Branch branch) {
        RuleTree tree = new RuleTree(page);
        page.heading("Rules of the " + (policy.startsWith("built-in") ? policy : "policy " + policy));
        if (branch.combination() == Combination.RULES) {
            tree.rules(branch, STEP, true);
        } else {
            tree.parts(branch, STEP, true);
        }
    }

    /** What is worth telling, in the order of urgency: nobody should have to search for what failed. */
    static List<RuleResult> news(List<RuleResult> rules) {
        return rules.stream()
                .filter(rule -> rule.failed() || rule.status() == RuleStatus.PASSED || rule.leftOpen())
                .sorted(Comparator.comparingInt(RuleTree::urgency))
                .toList();
    }

    private static int urgency(RuleResult rule) {
        return rule.failed() ? 0 : rule.status() == RuleStatus.PASSED ? 2 : 1;
    }

    private void parts(Branch branch, int indent, boolean decisive) {
        boolean any = branch.combination() == Combination.ANY_OF;
        page.line(" ".repeat(indent) + (any ? "one of these must be met:" : "all of these must be met:"));
        boolean settled = any && branch.passed();
        Comparator<Branch> failedFirst = Comparator.comparing(Branch::passed);
        // An alternative that was met settles the matter, so that it comes first, and the others say why not.
        List<Branch> parts = branch.branches().stream()
                .sorted(settled ? failedFirst.reversed() : failedFirst)
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            Branch part = parts.get(i);
            boolean counts = decisive && (!settled || i == 0);
            page.item(indent, met(part), ink(part, counts), part.policyId() + ", version " + part.policyVersion());
            if (part.combination() == Combination.RULES) {
                rules(part, indent + STEP, counts);
            } else {
                parts(part, indent + STEP, counts);
            }
        }
    }

    private static String met(Branch part) {
        return part.passed() ? "met" : "NOT MET";
    }

    private static Ink ink(Branch part, boolean counts) {
        return part.passed() ? Ink.GREEN : counts ? Ink.RED : Ink.PLAIN;
    }

    /** Of a part that does not count, only what failed is of interest. */
    private void rules(Branch branch, int indent, boolean counts) {
        for (RuleResult rule : news(branch.rules())) {
            if (rule.failed()) {
                page.item(indent, "FAILED", counts ? Ink.RED : Ink.PLAIN, rule.code());
                page.entry(indent + DETAIL, "expected", WIDTH, rule.expected());
                page.entry(indent + DETAIL, "found", WIDTH, rule.actual());
                page.entry(indent + DETAIL, "source", WIDTH, rule.source());
                page.entry(indent + DETAIL, "to do", WIDTH, rule.nextStep());
            } else if (counts && rule.leftOpen()) {
                page.item(indent, "NOT ASKED", Ink.YELLOW, rule.code());
                page.entry(indent + DETAIL, "found", WIDTH, rule.actual());
                page.entry(indent + DETAIL, "to do", WIDTH, rule.nextStep());
            } else if (counts) {
                page.item(indent, "passed", Ink.GREEN, rule.code());
                page.entry(indent + DETAIL, "found", WIDTH, rule.actual());
            }
        }
    }
}
