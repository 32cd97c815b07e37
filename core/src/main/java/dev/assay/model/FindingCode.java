package dev.assay.model;

/**
 * A check that verification or appraisal makes, under the name by which results, vectors and documentation call it.
 * The enumerations that implement this are the complete lists; {@code docs/findings.md} is generated from them.
 */
public interface FindingCode {
    /**
     * The stable name.
     *
     * @return dot-separated lower-case words, for instance {@code snp.chain.revoked}
     */
    String code();

    /**
     * What a finding of this code does to the outcome.
     *
     * @return the effect
     */
    Effect effect();

    /**
     * Where the rule comes from.
     *
     * @return vendor document and section or table
     */
    String source();

    /**
     * What the user can do about it.
     *
     * @return one sentence
     */
    String nextStep();
}
