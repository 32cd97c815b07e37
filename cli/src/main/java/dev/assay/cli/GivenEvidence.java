package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.bundle.Bundle;
import dev.assay.endorsement.Endorsements;
import java.util.Optional;

/**
 * Evidence that the command line names.
 *
 * @param evidence the evidence
 * @param bundle the bundle that it was in, if it was in one
 */
record GivenEvidence(Evidence evidence, Optional<Bundle> bundle) {
    /** What vouches for the evidence: what came along with it, and what was given besides. */
    Endorsements beside(Endorsements more) {
        return bundle.map(found -> Endorsements.builder()
                        .add(found.endorsements())
                        .add(more)
                        .build())
                .orElse(more);
    }
}
