package dev.assay.endorsement;

import dev.assay.tdx.CertificationData;
import dev.assay.tdx.EncryptedPpid;
import dev.assay.tdx.PckChain;
import dev.assay.tdx.PckLeaf;
import dev.assay.tdx.Quote;
import dev.assay.tdx.QuoteHeader;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a quote takes: all follows from its PCK certificate, which is in it or asked for first. */
final class TdxPlan {
    private static final int QE_ID_SIZE = 16;

    private TdxPlan() {}

    static EndorsementPlan of(Quote quote, PlanOptions options) {
        CertificationData data = quote.signatureData().certificationData();
        Endorsements carried = data instanceof PckChain || data instanceof PckLeaf
                ? Endorsements.builder()
                        .add("certification data", data.content())
                        .build()
                : Endorsements.none();
        Optional<X509Certificate> pck = pck(carried);
        Optional<PckExtensions> extensions = extensions(pck);
        List<EndorsementRequest> requests = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        if (extensions.isPresent()) {
            requests.add(new EndorsementRequest.TcbInfo(extensions.get().fmspc(), options.evaluation()));
        } else if (data instanceof EncryptedPpid encrypted) {
            requests.add(pckCertificate(quote.header(), encrypted));
        } else {
            obstacles.add(
                    pck.isPresent()
                            ? "The PCK certificate in the quote does not say its platform."
                            : "The quote has no PCK certificate, certification data of type " + data.type()
                                    + " instead: its chain must be given.");
        }
        requests.add(new EndorsementRequest.QeIdentity(options.evaluation()));
        if (options.crls()) {
            extensions.ifPresent(found -> requests.add(new EndorsementRequest.PckCrl(found.issuer())));
            requests.add(new EndorsementRequest.IntelRootCrl());
        }
        return new EndorsementPlan(requests, carried, obstacles);
    }

    /** What a PCK certificate that was asked for leads to, in the manner of the plan that asked for it. */
    static List<EndorsementRequest> following(EndorsementPlan plan, EndorsementItem item) {
        if (!(item.request() instanceof EndorsementRequest.PckCertificate)) {
            return List.of();
        }
        Optional<PckExtensions> found =
                extensions(pck(Endorsements.of(item.content().toArray())));
        Stream<EndorsementRequest> asked = plan.requests().stream();
        return found.stream()
                .flatMap(pck -> asked.flatMap(request -> {
                    if (request instanceof EndorsementRequest.QeIdentity identity) {
                        return Stream.of(new EndorsementRequest.TcbInfo(pck.fmspc(), identity.evaluation()));
                    }
                    return request instanceof EndorsementRequest.IntelRootCrl
                            ? Stream.of(new EndorsementRequest.PckCrl(pck.issuer()))
                            : Stream.<EndorsementRequest>empty();
                }))
                .toList();
    }

    /** The quoting enclave's identity is the first part of the header's user data. */
    private static EndorsementRequest.PckCertificate pckCertificate(QuoteHeader header, EncryptedPpid data) {
        return new EndorsementRequest.PckCertificate(
                header.userData().slice(0, QE_ID_SIZE),
                data.encryptedPpid(),
                data.cpuSvn(),
                data.pceSvn(),
                data.pceId());
    }

    private static Optional<X509Certificate> pck(Endorsements carried) {
        return carried.certificates().stream()
                .filter(certificate -> certificate.getSubjectX500Principal().equals(IntelAuthority.PCK.subject()))
                .findFirst();
    }

    private static Optional<PckExtensions> extensions(Optional<X509Certificate> pck) {
        return pck.flatMap(certificate -> PckExtensionReader.of(certificate).extensions());
    }
}
