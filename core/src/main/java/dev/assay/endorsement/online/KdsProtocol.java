package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.KdsUrl;
import dev.assay.endorsement.SourceAnswer;
import java.util.Optional;

/** AMD's key distribution service. */
record KdsProtocol(BaseAddress base) implements Protocol {
    @Override
    public String origin() {
        return base.text();
    }

    @Override
    public Optional<Call> call(EndorsementRequest request) {
        if (request instanceof EndorsementRequest.Vcek vcek) {
            return call(KdsUrl.vcek(vcek.product(), vcek.chipId(), vcek.reportedTcb()), Call.CERTIFICATES);
        }
        if (request instanceof EndorsementRequest.AmdChain chain) {
            return call(KdsUrl.chain(chain.authority()), Call.CERTIFICATES);
        }
        if (request instanceof EndorsementRequest.AmdCrl crl) {
            return call(KdsUrl.crl(crl.authority()), Call.CRL);
        }
        return Optional.empty();
    }

    @Override
    public SourceAnswer without(EndorsementRequest request) {
        return request instanceof EndorsementRequest.Vlek
                ? new SourceAnswer.NotFound(
                        origin(), "gives VLEKs to cloud providers only, whose guests send theirs along")
                : Protocol.super.without(request);
    }

    private Optional<Call> call(String address, int most) {
        return Optional.of(Call.of(base.mirrored(KdsUrl.BASE, address), most));
    }
}
