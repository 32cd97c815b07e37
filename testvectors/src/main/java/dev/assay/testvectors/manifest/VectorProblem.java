package dev.assay.testvectors.manifest;

/** One vector breaks the rules of the format. Never leaves the package: it becomes an {@link UnusableVector}. */
final class VectorProblem extends Exception {
    private static final long serialVersionUID = 1L;

    VectorProblem(String message) {
        super(message);
    }
}
