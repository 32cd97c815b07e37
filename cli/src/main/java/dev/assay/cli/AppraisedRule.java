package dev.assay.cli;

/**
 * What one rule of a policy came to.
 *
 * @param code the rule's stable name
 * @param status how it ended
 * @param expected what it demands
 * @param actual what the evidence has
 * @param source where the rule's subject is defined
 * @param nextStep what to do if it failed
 */
record AppraisedRule(String code, Status status, String expected, String actual, String source, String nextStep) {
    /** How a rule can end, in the order in which rules are shown: nobody should have to search for what failed. */
    enum Status {
        /** The evidence is not as demanded. */
        FAILED,
        /** Nothing was demanded: the evidence may have anything here. */
        NOT_ASKED,
        /** The evidence is as demanded. */
        PASSED
    }
}
