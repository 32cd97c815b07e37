package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import dev.assay.model.Bytes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certification of the machine one runs on, as a host of Azure gives it to its guests: JSON with the VCEK and the
 * chain above it. The host does not look at what is asked for; a guest may only want its own.
 */
record AzureProtocol(BaseAddress base) implements Protocol {
    static final String PATH = "metadata/THIM/amd/certification";

    @Override
    public String origin() {
        return base.text();
    }

    @Override
    public Optional<Call> call(EndorsementRequest request) {
        if (request instanceof EndorsementRequest.Vcek || request instanceof EndorsementRequest.AmdChain) {
            return Optional.of(new Call(base.plus(PATH), Map.of("Metadata", "true"), Call.CERTIFICATES, List.of()));
        }
        return Optional.empty();
    }

    @Override
    public SourceAnswer read(EndorsementRequest request, Bytes body, Bytes issuerChain, InstantSource clock) {
        Endorsements certification =
                Endorsements.builder().add("certification", body).build();
        if (!certification.unreadable().isEmpty()) {
            return new SourceAnswer.Unavailable(
                    origin(),
                    SourceFailure.UNFIT,
                    certification.unreadable().get(0).toString());
        }
        SourceAnswer answer =
                EndorsementSource.of(certification, origin(), clock).fetch(request);
        return answer instanceof SourceAnswer.NotFound
                ? new SourceAnswer.NotFound(origin(), "certifies another chip or TCB, that of the machine it runs on")
                : answer;
    }
}
