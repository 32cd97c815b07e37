package dev.assay.cli;

import dev.assay.policy.Policy;
import dev.assay.policy.PolicyException;

/** Reads a policy that the command line names. */
final class PolicyFile {
    /** The largest policy, in bytes: what the library reads. */
    private static final int LARGEST = 1 << 20;

    private PolicyFile() {}

    static Policy read(String name) throws UsageException {
        try {
            return Policy.fromJson(InputFile.whole(LARGEST, InputFile.path(name)));
        } catch (PolicyException e) {
            throw new UsageException("not a policy: " + name + ": " + e.getMessage());
        }
    }
}
