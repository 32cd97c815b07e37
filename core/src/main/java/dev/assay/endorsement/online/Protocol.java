package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.model.Bytes;
import java.time.InstantSource;
import java.util.Optional;

/** How a service is asked, and how it answers. */
interface Protocol {
    /** The service's base address. */
    String origin();

    /** How to ask for an item; empty if the service has none of the kind. */
    Optional<Call> call(EndorsementRequest request);

    /** What is to be said where there is no call. */
    default SourceAnswer without(EndorsementRequest request) {
        return new SourceAnswer.NotOffered(origin(), "has no such items");
    }

    /** Makes of an answer with status 200 what was asked for. */
    default SourceAnswer read(EndorsementRequest request, Bytes body, Bytes issuerChain, InstantSource clock) {
        return EndorsementItem.examine(request, body, issuerChain, origin(), clock.instant());
    }
}
