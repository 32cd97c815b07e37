package dev.assay.policy;

import dev.assay.result.json.JsonException;

/** Says that something is not a policy, and which member is at fault. */
public final class PolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Which member is at fault. */
    private final String path;

    /** What is wrong with it. */
    private final String problem;

    PolicyException(String path, String problem) {
        super((path.isEmpty() ? "the policy" : path) + " " + problem);
        this.path = path;
        this.problem = problem;
    }

    PolicyException(JsonException fault) {
        this(fault.path(), fault.problem());
    }

    /** The same for a policy that is part of another. */
    PolicyException under(String parent) {
        if (parent.isEmpty()) {
            return this;
        }
        return new PolicyException(path.isEmpty() ? parent : parent + "." + path, problem);
    }

    /**
     * The member at fault.
     *
     * @return its path, for instance {@code snp.minTcb.Milan}; empty for the policy as a whole
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
