package dev.assay.policy;

import dev.assay.model.Bytes;
import org.jspecify.annotations.Nullable;

/** The digest of one policy, made when it is asked for first: every result names it, and it takes writing the whole policy. */
final class PolicyDigest {
    private volatile @Nullable Bytes known;

    /** Always for the same policy. Two who ask at once both get equal digests. */
    Bytes of(Policy policy) {
        Bytes digest = known;
        if (digest == null) {
            digest = PolicyJson.digest(policy);
            known = digest;
        }
        return digest;
    }
}
