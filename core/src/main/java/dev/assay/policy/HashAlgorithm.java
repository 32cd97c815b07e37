package dev.assay.policy;

import dev.assay.model.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hashes by which guests bind more than 64 bytes into their report data. */
public enum HashAlgorithm {
    /** 32 bytes. */
    SHA256("sha256", "SHA-256"),
    /** 48 bytes. */
    SHA384("sha384", "SHA-384"),
    /** 64 bytes. */
    SHA512("sha512", "SHA-512");

    private final String label;
    private final String standardName;

    HashAlgorithm(String label, String standardName) {
        this.label = label;
        this.standardName = standardName;
    }

    /**
     * The name in policies.
     *
     * @return for instance {@code sha384}
     */
    public String label() {
        return label;
    }

    Bytes digest(List<Bytes> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(standardName);
            parts.forEach(part -> part.feed(digest));
            return Bytes.copyOf(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + standardName, e);
        }
    }
}
