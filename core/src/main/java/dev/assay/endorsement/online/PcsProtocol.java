package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.PcsUrl;
import dev.assay.endorsement.SourceAnswer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Intel's provisioning certification service, version 4, and the caches that speak like it. The root's revocation list is
 * the exception: Intel has it on another host, a PCCS under a path of its own, as hexadecimal text.
 */
record PcsProtocol(BaseAddress base, URI rootCrl, boolean pccs, Optional<String> key) implements Protocol {
    private static final String PCCS_ROOT_CRL = "sgx/certification/v4/rootcacrl";
    private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";
    private static final String PCK_CHAIN_HEADER = "SGX-PCK-Certificate-Issuer-Chain";

    /** What a PCCS says of a platform that it does not know, and of a TCB that it has no certificate for. */
    private static final int PLATFORM_UNKNOWN = 461;

    private static final int CERTIFICATES_UNAVAILABLE = 462;

    static PcsProtocol intel(BaseAddress base, URI rootCrl, OnlineOptions options) {
        return new PcsProtocol(base, rootCrl, false, options.pcsKey());
    }

    static PcsProtocol pccs(BaseAddress base) {
        return new PcsProtocol(base, base.plus(PCCS_ROOT_CRL), true, Optional.empty());
    }

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
        return request instanceof EndorsementRequest.PckCertificate pck ? pck(pck) : Optional.empty();
    }

    private Optional<Call> pck(EndorsementRequest.PckCertificate wanted) {
        if (pccs) {
            return call(PcsUrl.pckCertificateByQe(wanted), Call.CERTIFICATES, PCK_CHAIN_HEADER);
        }
        return key.map(secret -> new Call(
                base.mirrored(PcsUrl.BASE, PcsUrl.pckCertificate(wanted)),
                Map.of(KEY_HEADER, secret),
                Call.CERTIFICATES,
                List.of(PCK_CHAIN_HEADER)));
    }

    @Override
    public SourceAnswer without(EndorsementRequest request) {
        return request instanceof EndorsementRequest.PckCertificate
                ? new SourceAnswer.NotFound(
                        origin(), "gives PCK certificates only to who has a key to it (OnlineOptions.withPcsKey)")
                : Protocol.super.without(request);
    }

    @Override
    public Optional<String> absence(int status) {
        return switch (status) {
            case PLATFORM_UNKNOWN -> Optional.of("does not know the platform (461)");
            case CERTIFICATES_UNAVAILABLE -> Optional.of("has no certificate for this TCB of the platform (462)");
            default -> Protocol.super.absence(status);
        };
    }

    private Optional<Call> call(String address, int most, String... chainHeaders) {
        return Optional.of(Call.of(base.mirrored(PcsUrl.BASE, address), most, chainHeaders));
    }
}
