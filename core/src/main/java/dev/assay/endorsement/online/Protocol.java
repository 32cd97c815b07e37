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

    /** What a status means that says that there is no such item; empty if it says something else. */
    default Optional<String> absence(int status) {
        return switch (status) {
            case 404 -> Optional.of("has no such item (404)");
            case 410 -> Optional.of("does not serve it any more (410)");
            default -> Optional.empty();
        };
    }

    /** Makes of an answer with status 200 what was asked for. */
    default SourceAnswer read(EndorsementRequest request, Bytes body, Bytes issuerChain, InstantSource clock) {
        return EndorsementItem.examine(request, body, issuerChain, origin(), clock.instant());
    }
}
