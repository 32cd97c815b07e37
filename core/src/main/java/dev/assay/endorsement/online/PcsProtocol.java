package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.PcsUrl;
import java.net.URI;
import java.util.Optional;

/**
 * Intel's provisioning certification service, version 4, and the caches that speak like it. The root's revocation list is
 * the exception: Intel has it on another host, a PCCS under a path of its own, as hexadecimal text.
 */
record PcsProtocol(BaseAddress base, URI rootCrl) implements Protocol {
    static final String PCCS_ROOT_CRL = "sgx/certification/v4/rootcacrl";

    @Override
    public String origin() {
        return base.text();
    }

    @Override
    public Optional<Call> call(EndorsementRequest request) {
        if (request instanceof EndorsementRequest.TcbInfo info) {
            return call(
                    PcsUrl.tcbInfo(info.fmspc(), info.evaluation()),
                    Call.DOCUMENT,
                    "TCB-Info-Issuer-Chain",
                    "SGX-TCB-Info-Issuer-Chain");
        }
        if (request instanceof EndorsementRequest.QeIdentity identity) {
            return call(PcsUrl.qeIdentity(identity.evaluation()), Call.DOCUMENT, "SGX-Enclave-Identity-Issuer-Chain");
        }
        if (request instanceof EndorsementRequest.PckCrl crl) {
            return call(PcsUrl.crl(crl.issuer()), Call.CRL, "SGX-PCK-CRL-Issuer-Chain");
        }
        if (request instanceof EndorsementRequest.IntelRootCrl) {
            return Optional.of(Call.of(rootCrl, Call.CRL));
        }
        if (request instanceof EndorsementRequest.Evaluations) {
            return call(PcsUrl.evaluations(), Call.DOCUMENT, "TCB-Evaluation-Data-Numbers-Issuer-Chain");
        }
        return Optional.empty();
    }

    private Optional<Call> call(String address, int most, String... chainHeaders) {
        return Optional.of(Call.of(base.mirrored(PcsUrl.BASE, address), most, chainHeaders));
    }
}
