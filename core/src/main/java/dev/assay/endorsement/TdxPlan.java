package dev.assay.endorsement;

import dev.assay.tdx.CertificationData;
import dev.assay.tdx.PckChain;
import dev.assay.tdx.PckLeaf;
import dev.assay.tdx.Quote;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a quote takes: all follows from the PCK certificate in it. */
final class TdxPlan {
    private TdxPlan() {}

    static EndorsementPlan of(Quote quote, PlanOptions options) {
        CertificationData data = quote.signatureData().certificationData();
        Endorsements carried = data instanceof PckChain || data instanceof PckLeaf
                ? Endorsements.builder()
                        .add("certification data", data.content())
                        .build()
                : Endorsements.none();
        Optional<X509Certificate> pck = carried.certificates().stream()
                .filter(certificate -> certificate.getSubjectX500Principal().equals(IntelAuthority.PCK.subject()))
                .findFirst();
        Optional<PckExtensions> extensions =
                pck.flatMap(certificate -> PckExtensionReader.of(certificate).extensions());
        List<EndorsementRequest> requests = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        if (extensions.isPresent()) {
            requests.add(new EndorsementRequest.TcbInfo(extensions.get().fmspc(), options.evaluation()));
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
}
