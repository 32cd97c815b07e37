package dev.assay.testvectors.manifest;

/**
 * A verifier under test. An implementation translates a vector into the verifier's own types, runs it, and reports what
 * it said; it does not look at what the vector expects.
 */
@FunctionalInterface
public interface Subject {
    /**
     * Decodes the vector's evidence; unless {@link Vector#decodingOnly()}, verifies it too; and if that succeeds and
     * there is a policy, appraises it. Called from several threads at once if the runner has several. An exception
     * fails the vector.
     *
     * @param vector what to run
     * @return what the verifier said, {@link Outcome#unsupported} if it has no way to do what the vector asks for
     */
    Outcome run(Vector vector);
}
