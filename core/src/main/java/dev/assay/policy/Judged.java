package dev.assay.policy;

import dev.assay.result.Branch;

/** What a policy came to: the verdict at once, and its explanation for whoever asks. */
interface Judged {
    boolean passed();

    /** Puts it into words, which takes far longer than to judge. */
    Branch explain();

    /** The policy of rules whose floors are worth showing: of alternatives the first that is met, or the first. */
    PlainPolicy deciding();
}
