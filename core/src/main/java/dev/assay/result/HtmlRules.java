package dev.assay.result;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of a page about what the policy and verification said. */
final class HtmlRules {
    private final AttestationResult result;
    private final Html html;

    HtmlRules(AttestationResult result, Html html) {
        this.result = result;
        this.html = html;
    }

    void write() {
        result.appraisal()
                .filter(branch -> branch.combination() != Combination.RULES)
                .ifPresent(branch -> {
                    html.element("h2", "Parts of the policy").open("ul", "");
                    branch(branch);
                    html.close("ul");
                });
        List<Branch> leaves = result.appraisal().map(HtmlRules::decisive).orElse(List.of());
        leaves.forEach(leaf -> {
            html.element("h2", leaves.size() == 1 ? "Rules" : "Rules of " + name(leaf));
            rules(leaf.rules());
        });
        findings();
    }

    /** The parts with rules that the verdict rests on: those whose rules {@link Branch#decisive} lists. */
    private static List<Branch> decisive(Branch branch) {
        return switch (branch.combination()) {
            case RULES -> List.of(branch);
            case ALL_OF -> decisive(branch.branches());
            case ANY_OF ->
                branch.branches().stream()
                        .filter(Branch::passed)
                        .findFirst()
                        .map(HtmlRules::decisive)
                        .orElseGet(() -> decisive(branch.branches()));
        };
    }

    private static List<Branch> decisive(List<Branch> branches) {
        return branches.stream().flatMap(part -> decisive(part).stream()).toList();
    }

    private void rules(List<RuleResult> rules) {
        rules.stream().filter(RuleResult::failed).forEach(rule -> card("failed", rule));
        rules.stream().filter(RuleResult::leftOpen).forEach(rule -> card("open", rule));
        passed(with(RuleStatus.PASSED, rules));
        codes("Not asked: the policy does not mention them", with(RuleStatus.NOT_ASKED, rules));
        codes(
                "Not applicable: this evidence does not have what they are about",
                with(RuleStatus.NOT_APPLICABLE, rules));
    }

    private void branch(Branch branch) {
        String how = branch.combination() == Combination.RULES
                ? ""
                : " (" + branch.combination().label() + ")";
        html.open("li", branch.passed() ? "passed" : "failed")
                .text(name(branch) + how + ": " + (branch.passed() ? "met" : "not met" + because(branch)));
        if (!branch.branches().isEmpty()) {
            html.open("ul", "");
            branch.branches().forEach(this::branch);
            html.close("ul");
        }
        html.close("li");
    }

    private static String name(Branch branch) {
        return branch.policyId() + ", version " + branch.policyVersion();
    }

    private static String because(Branch branch) {
        String codes = branch.rules().stream()
                .filter(RuleResult::failed)
                .map(RuleResult::code)
                .collect(Collectors.joining(", "));
        return codes.isEmpty() ? "" : " because of " + codes;
    }

    private void card(String style, RuleResult rule) {
        html.open("div", "card " + style)
                .element("h3", rule.code() + (rule.failed() ? ": failed" : ": left open"))
                .open("dl", "")
                .item("expected", rule.expected() + (rule.byDefault() ? " (by default)" : ""))
                .item("found", rule.actual())
                .item("what to do", rule.nextStep())
                .item("defined in", rule.source())
                .close("dl")
                .close("div");
    }

    private void passed(List<RuleResult> passed) {
        if (passed.isEmpty()) {
            return;
        }
        html.element("h3", "Passed").table("rule", "expected", "found");
        passed.forEach(rule -> html.row(
                rule.status().label(),
                rule.code(),
                rule.expected() + (rule.byDefault() ? " (by default)" : ""),
                rule.actual()));
        html.endTable();
    }

    /** Their names are enough: nothing follows from them, but an auditor wants to know what nobody looked at. */
    private void codes(String title, List<RuleResult> rules) {
        List<String> codes = rules.stream()
                .filter(rule -> !rule.leftOpen())
                .map(RuleResult::code)
                .toList();
        if (!codes.isEmpty()) {
            html.element("h3", title).open("p", "codes");
            codes.forEach(code -> html.element("span", code));
            html.close("p");
        }
    }

    private static List<RuleResult> with(RuleStatus status, List<RuleResult> rules) {
        return rules.stream().filter(rule -> rule.status() == status).toList();
    }

    private void findings() {
        if (result.findings().isEmpty()) {
            return;
        }
        html.element("h2", "Findings of verification");
        result.findings().stream()
                .sorted(Comparator.comparing(FindingFact::effect))
                .forEach(finding -> html.open("div", "card " + Labels.of(finding.effect()))
                        .element("h3", finding.code() + ": " + Labels.of(finding.effect()))
                        .open("dl", "")
                        .item("expected", finding.expected())
                        .item("found", finding.actual())
                        .item("what to do", finding.nextStep())
                        .item("defined in", finding.source())
                        .close("dl")
                        .close("div"));
    }
}
