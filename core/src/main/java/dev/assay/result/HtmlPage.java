package dev.assay.result;

import dev.assay.model.MalformedEvidenceException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A result as one page for an auditor: self-contained, without scripts, and nothing in it is loaded from anywhere. All
 * text is escaped; some of it was written by whoever made the evidence.
 */
public final class HtmlPage {
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
        page.warnings();
        new HtmlRules(result, page.html).write();
        new HtmlFacts(result, page.html).write();
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
                .close("header")
                .open("dl", "")
                .item("evidence", result.tee().equals(AttestationResult.TDX) ? "Intel TDX quote" : "AMD SEV-SNP report")
                .item("policy", policy.id() + ", version " + policy.version())
                .item("verified for", result.audit().at().toString());
        result.window().ifPresent(window -> html.item("holds", window.toString()));
        html.close("dl");
    }

    private void warnings() {
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
        result.notices()
                .forEach(notice -> html.note(notice.code() + ": " + sentence(notice.text()) + " " + notice.nextStep()));
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
