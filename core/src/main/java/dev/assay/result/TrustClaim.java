package dev.assay.result;

import java.util.Arrays;
import java.util.Optional;

/**
 * The claims of a trustworthiness vector (draft-ietf-rats-ar4si). Each is a signed 8-bit value whose range decides its
 * {@link TrustTier}.
 */
public enum TrustClaim {
    /** Whether this is the instance that is wanted. */
    INSTANCE_IDENTITY("instance-identity"),
    /** Whether it is configured safely. */
    CONFIGURATION("configuration"),
    /** Whether it runs approved software. */
    EXECUTABLES("executables"),
    /** Whether its file system is recognised. Nothing that this library judges. */
    FILE_SYSTEM("file-system"),
    /** Whether its hardware is genuine and in good standing. */
    HARDWARE("hardware"),
    /** Whether its memory is protected from the host. */
    RUNTIME_OPAQUE("runtime-opaque"),
    /** Whether its storage is protected. Nothing that this library judges. */
    STORAGE_OPAQUE("storage-opaque"),
    /** Whether its data comes from appraised sources. Nothing that this library judges. */
    SOURCED_DATA("sourced-data");

    private final String label;

    TrustClaim(String label) {
        this.label = label;
    }

    /**
     * The name in JSON.
     *
     * @return for instance {@code instance-identity}
     */
    public String label() {
        return label;
    }

    static Optional<TrustClaim> named(String label) {
        return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
    }
}
