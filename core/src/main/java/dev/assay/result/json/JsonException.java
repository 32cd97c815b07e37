package dev.assay.result.json;

/** Says that a text is not the JSON that is wanted, and where. */
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Which place is at fault. */
    private final String path;

    /** What is wrong with it. */
    private final String problem;

    /**
     * Makes the exception.
     *
     * @param path the member at fault, for instance {@code snp.minTcb.Milan}; empty for the whole text
     * @param problem what is wrong with it
     */
    public JsonException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    /**
     * The member at fault.
     *
     * @return names separated by dots and indices in brackets; empty for the whole text
     */
    public String path() {
        return path;
    }

    /**
     * What is wrong.
     *
     * @return half a sentence
     */
    public String problem() {
        return problem;
    }
}
