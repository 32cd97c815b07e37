package dev.assay.policy;

/**
 * What one rule came to.
 *
 * @param rule which rule
 * @param status whether it passed
 * @param expected what it demands
 * @param actual what the evidence has
 */
public record RuleResult(Rule rule, Status status, String expected, String actual) {
    /** How a rule can end. */
    public enum Status {
        /** The evidence is as demanded. */
        PASSED,
        /** It is not. */
        FAILED,
        /** Nothing was demanded: the evidence may have anything here. */
        NOT_ASKED
    }
}
