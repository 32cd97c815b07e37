package dev.assay.testvectors.manifest;

/**
 * A vector that breaks the rules of the format. It counts as failed; the others run.
 *
 * @param id its name, or its position if the name cannot be read
 * @param problem what is wrong, one line
 */
public record UnusableVector(String id, String problem) implements Entry {}
