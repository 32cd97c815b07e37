package dev.assay.result;

/**
 * Something that a relying party should know although it is no reason to refuse.
 *
 * @param code the rule or check that noticed it
 * @param text what it is
 * @param nextStep what to do about it: one sentence
 */
public record Notice(String code, String text, String nextStep) {}
