package dev.assay.result;

import dev.assay.model.Bytes;
import java.time.Instant;
import java.util.List;

/**
 * What was judged, by what and for when: enough to repeat the appraisal.
 *
 * @param at the time that was verified for
 * @param policy the policy that was asked, or would have been
 * @param evidenceSha256 SHA-256 of the evidence as received, 32 bytes
 * @param endorsements what the conclusion rests on, by SHA-256; as far as verification tells
 * @param library the name and version of this library
 */
public record Audit(
        Instant at,
        PolicyReference policy,
        Bytes evidenceSha256,
        List<EndorsementDigest> endorsements,
        String library) {
    /**
     * Keeps its own copy of the list.
     *
     * @param at the time that was verified for
     * @param policy the policy that was asked, or would have been
     * @param evidenceSha256 SHA-256 of the evidence as received, 32 bytes
     * @param endorsements what the conclusion rests on, by SHA-256; as far as verification tells
     * @param library the name and version of this library
     */
    public Audit {
        endorsements = List.copyOf(endorsements);
    }
}
