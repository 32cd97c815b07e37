package dev.assay.result;

import dev.assay.model.MalformedEvidenceException;
import dev.assay.verify.CertificateFact;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A result as one page for an auditor: self-contained, without scripts, and nothing in it is loaded from anywhere. All
 * text is escaped; some of it was written by whoever made the evidence.
 */
public final class HtmlPage {
    private static final List<String> SNP_ROLES = List.of("leaf", "intermediate", "root");
    private static final List<String> TDX_ROLES = List.of("PCK", "PCK CA", "root", "TCB signing");

    private final AttestationResult result;
    private final Html html = new Html();

    private HtmlPage(AttestationResult result) {
        this.result = result;
    }

    /**
     * Makes the page.
     *
     * @param result the result, of any verdict
     * @return HTML 5, ASCII with character references for the rest; equal results give equal pages
     */
    public static String of(AttestationResult result) {
        HtmlPage page = new HtmlPage(result);
        page.verdict();
        page.branches();
        page.rules();
        page.findings();
        page.tcb();
        page.chain();
        page.claims();
        page.audit();
        return page.html.document("Attestation result: " + page.headline());
    }

    /**
     * Makes the page of what is no evidence, so that nobody takes an older page for the answer.
     *
     * @param fault why it is none
     * @return HTML 5, ASCII with character references for the rest
     */
    public static String of(MalformedEvidenceException fault) {
        return new Html()
                .open("header", "rejected")
                .element("h1", "MALFORMED")
                .element("p", "The input is not well-formed evidence, and nothing can be said of it.")
                .close("header")
                .element("p", String.valueOf(fault.getMessage()))
                .document("Attestation result: malformed evidence");
    }

    private String headline() {
        return switch (result.verdict()) {
            case PASS -> "genuine, and as the policy demands";
            case FAIL -> "genuine, but not as the policy demands";
            case REJECTED -> "rejected: not genuine";
            case INDETERMINATE -> "indeterminate: endorsements are missing or out of date";
        };
    }

    private void verdict() {
        PolicyReference policy = result.audit().policy();
        html.open("header", result.verdict().label())
                .element("h1", result.verdict().label().toUpperCase(Locale.ROOT))
                .element("p", "The evidence is " + headline() + ".")
                .element(
                        "p",
                        "Policy " + policy.id() + ", version " + policy.version() + ", for "
                                + result.audit().at() + ".")
                .close("header");
        if (!result.authenticated()) {
            html.note("Nothing below is authenticated: whoever made the evidence chose it.");
        }
        if (!result.leftOpen().isEmpty()) {
            html.note("Left open by the policy, so that anything passes: "
                    + result.leftOpen().stream()
                            .map(RuleResult::code)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        result.notices().forEach(notice -> html.note(notice.code() + ": " + notice.text() + " " + notice.nextStep()));
    }

    private void branches() {
        result.appraisal()
                .filter(branch -> branch.combination() != Combination.RULES)
                .ifPresent(branch -> {
                    html.element("h2", "Parts of the policy").open("ul", "");
                    branch(branch);
                    html.close("ul");
                });
    }

    private void branch(Branch branch) {
        String how = branch.combination() == Combination.RULES
                ? ""
                : " (" + branch.combination().label() + ")";
        html.open("li", branch.passed() ? "passed" : "failed")
                .text(branch.policyId() + " " + branch.policyVersion() + how + ": "
                        + (branch.passed() ? "met" : "not met" + because(branch)));
        if (!branch.branches().isEmpty()) {
            html.open("ul", "");
            branch.branches().forEach(this::branch);
            html.close("ul");
        }
        html.close("li");
    }

    private static String because(Branch branch) {
        return branch.rules().stream()
                .filter(RuleResult::failed)
                .map(RuleResult::code)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), codes -> codes.isEmpty() ? "" : " because of " + codes));
    }

    private void rules() {
        if (result.rules().isEmpty()) {
            return;
        }
        html.element("h2", "Rules").table("", "rule", "expected", "found", "what to do");
        result.rules().stream()
                .sorted(Comparator.comparing(HtmlPage::urgency))
                .forEach(rule -> html.row(
                        rule.status().label(),
                        rule.status().label(),
                        rule.code() + (rule.byDefault() ? " (default)" : ""),
                        rule.expected(),
                        rule.actual(),
                        rule.failed() ? rule.nextStep() + " Source: " + rule.source() + "." : rule.source()));
        html.endTable();
    }

    /** Failed ones first, then what was left open on purpose; what nobody asked about comes last. */
    private static int urgency(RuleResult rule) {
        return switch (rule.status()) {
            case FAILED -> 0;
            case NOT_ASKED -> rule.leftOpen() ? 1 : 4;
            case PASSED -> 2;
            case NOT_APPLICABLE -> 3;
        };
    }

    private void findings() {
        if (result.findings().isEmpty()) {
            return;
        }
        html.element("h2", "Findings of verification").table("effect", "check", "expected", "found", "what to do");
        result.findings().stream()
                .sorted(Comparator.comparing(FindingFact::effect))
                .forEach(finding -> html.row(
                        Labels.of(finding.effect()),
                        Labels.of(finding.effect()),
                        finding.code(),
                        finding.expected(),
                        finding.actual(),
                        finding.nextStep()));
        html.endTable();
    }

    private void tcb() {
        if (result.tcb().isEmpty()) {
            return;
        }
        html.element("h2", "TCB").table("version", "component", "found", "at least");
        for (TcbRow row : result.tcb()) {
            html.row(
                    row.below() ? "failed" : "",
                    row.version(),
                    row.component(),
                    String.valueOf(row.actual()),
                    row.floor().isPresent() ? String.valueOf(row.floor().getAsInt()) : "not asked");
        }
        html.endTable();
    }

    private void chain() {
        if (result.chain().isEmpty()) {
            return;
        }
        html.element("h2", "Certificates")
                .table("role", "subject", "valid from", "valid to", "serial", "SHA-256", "SHA-256 of the key");
        List<String> roles = result.tee().equals(AttestationResult.TDX) ? TDX_ROLES : SNP_ROLES;
        for (int i = 0; i < result.chain().size(); i++) {
            CertificateFact certificate = result.chain().get(i);
            html.row(
                    "",
                    i < roles.size() ? roles.get(i) : "",
                    certificate.subject(),
                    certificate.window().notBefore().toString(),
                    certificate.window().notAfter().toString(),
                    "0x" + certificate.serial().toString(16),
                    certificate.fingerprint().hex(),
                    certificate.keyFingerprint().hex());
        }
        html.endTable();
        result.window().ifPresent(window -> html.element("p", "The conclusion holds from " + window + "."));
    }

    private void claims() {
        html.element("h2", result.authenticated() ? "Claims" : "Claims, not authenticated")
                .table("claim", "value");
        result.claims().forEach((name, value) -> html.row("", name, String.valueOf(value)));
        html.endTable();
    }

    private void audit() {
        Audit audit = result.audit();
        html.element("h2", "Audit")
                .table("item", "value")
                .row(
                        "",
                        "evidence",
                        result.tee() + ", SHA-256 " + audit.evidenceSha256().hex())
                .row("", "policy", "SHA-256 " + audit.policy().sha256().hex())
                .row("", "verified for", audit.at().toString())
                .row("", "library", audit.library());
        audit.endorsements()
                .forEach(item -> html.row(
                        "",
                        item.kind(),
                        item.name() + ", SHA-256 " + item.sha256().hex()));
        html.endTable();
    }
}
