package dev.assay.docs;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.Policy;
import java.time.Instant;

final class Gate {
    private final Verifier verifier;
    private final Policy policy;

    Gate(Verifier verifier, Policy policy) {
        this.verifier = verifier;
        this.policy = policy;
    }

    boolean admits(byte[] evidence, byte[][] endorsements, Instant at) {
        try {
            return verifier.verify(Evidence.decode(evidence), Endorsements.of(endorsements), at)
                    .verified()
                    .map(verified -> policy.appraise(verified).passed())
                    .orElse(false);
        } catch (MalformedEvidenceException e) {
            return false;
        }
    }
}
