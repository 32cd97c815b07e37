package dev.assay.bundle;

import dev.assay.result.json.JsonException;

/** Says that something is not a bundle, and which member is at fault. */
public final class BundleException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Which member is at fault. */
    private final String path;

    /** What is wrong with it. */
    private final String problem;

    BundleException(String path, String problem) {
        super((path.isEmpty() ? "the bundle" : path) + " " + problem);
        this.path = path;
        this.problem = problem;
    }

    BundleException(JsonException fault) {
        this(fault.path(), fault.problem());
    }

    /**
     * The member at fault.
     *
     * @return its path, for instance {@code endorsements[3].sha256}; empty for the bundle as a whole
     */
    public String path() {
        return path;
    }

    /**
     * What is wrong with it.
     *
     * @return the rest of a sentence that begins with the path
     */
    public String problem() {
        return problem;
    }
}
