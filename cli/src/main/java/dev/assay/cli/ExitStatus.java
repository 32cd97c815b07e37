package dev.assay.cli;

/** How a command ended. Scripts branch on the numbers, so they never change. */
public enum ExitStatus {
    /** It was done; of {@code verify}: the evidence is verified, and the policy passed or was not asked. */
    SUCCESS(0),
    /** A definite no: the evidence is rejected, the policy failed, or a test vector did. */
    REFUSED(1),
    /** It cannot be said: something needed is missing or out of date. */
    INDETERMINATE(2),
    /** The input is not well-formed evidence. */
    MALFORMED(3),
    /** The command line is wrong, or a file that it names cannot be read. */
    USAGE(64),
    /** A defect of this program. Never a yes. */
    INTERNAL(70);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /**
     * The number that the operating system is given.
     *
     * @return 0 to 70
     */
    public int code() {
        return code;
    }
}
