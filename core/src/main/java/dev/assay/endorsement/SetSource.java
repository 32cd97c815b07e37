package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.x509.Facts;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** Looks through a set of endorsements for what fits a request, by the same test that every item must pass. */
final class SetSource implements EndorsementSource {
    /**
     * Certificates of one name that are put into pairs. AMD has issued none of its authorities more than a few times, while
     * evidence may bring thousands by such a name, and their pairs would be millions.
     */
    private static final int MOST_CANDIDATES = 16;

    private final Endorsements endorsements;
    private final String origin;
    private final InstantSource clock;

    SetSource(Endorsements endorsements, String origin, InstantSource clock) {
        this.endorsements = endorsements;
        this.origin = origin;
        this.clock = clock;
    }

    @Override
    public SourceAnswer fetch(EndorsementRequest request) {
        Instant now = clock.instant();
        Bytes chain = issuers(request);
        // A stream all through, so that of many candidates no more is held than the best so far.
        return candidates(request)
                .flatMap(content -> EndorsementItem.examine(request, content, chain, origin, now).anyItem().stream())
                .max(Comparator.comparing(EndorsementItem::goodUntil))
                .map(item -> EndorsementItem.examine(request, item.content(), chain, origin, now))
                .orElseGet(() -> new SourceAnswer.NotFound(origin, "nothing among what is here fits"));
    }

    Stream<Bytes> candidates(EndorsementRequest request) {
        if (request instanceof EndorsementRequest.Vcek || request instanceof EndorsementRequest.Vlek) {
            return endorsements.certificates().stream()
                    .filter(certificate -> {
                        var subject = certificate.getSubjectX500Principal();
                        return subject.equals(AmdAuthority.VCEK) || subject.equals(AmdAuthority.VLEK);
                    })
                    .map(Facts::der);
        }
        if (request instanceof EndorsementRequest.PckCertificate) {
            return named(IntelAuthority.PCK.subject()).stream().map(Facts::der);
        }
        if (request instanceof EndorsementRequest.AmdChain chain) {
            return chain(chain);
        }
        if (request instanceof EndorsementRequest.TcbInfo) {
            return endorsements.tcbInfos().stream().map(info -> document("tcbInfo", info.signed()));
        }
        if (request instanceof EndorsementRequest.QeIdentity) {
            return endorsements.qeIdentities().stream().map(identity -> document("enclaveIdentity", identity.signed()));
        }
        if (request instanceof EndorsementRequest.Evaluations) {
            return Stream.empty();
        }
        return endorsements.crls().stream().map(Facts::der);
    }

    /** Every pair of the few that may do: an authority or its root may have been issued again. */
    private Stream<Bytes> chain(EndorsementRequest.AmdChain wanted) {
        List<X509Certificate> authorities = lastToEnd(wanted.authority().name());
        List<X509Certificate> roots = lastToEnd(new AmdAuthority(AmdAuthority.Role.ARK, wanted.product()).name());
        return authorities.stream()
                .flatMap(authority -> roots.stream().map(above -> X509Bytes.pem(List.of(authority, above))));
    }

    /** The pair that is good for longest is one of these, however many more there are. */
    private List<X509Certificate> lastToEnd(X500Principal name) {
        return named(name).stream()
                .sorted(Comparator.comparing(X509Certificate::getNotAfter).reversed())
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private Bytes issuers(EndorsementRequest request) {
        Set<X500Principal> names = new LinkedHashSet<>();
        if (request instanceof EndorsementRequest.PckCertificate) {
            named(IntelAuthority.PCK.subject()).forEach(leaf -> names.add(leaf.getIssuerX500Principal()));
        } else if (request instanceof EndorsementRequest.TcbInfo || request instanceof EndorsementRequest.QeIdentity) {
            names.add(IntelAuthority.TCB_SIGNING.subject());
        } else {
            return Bytes.empty();
        }
        names.add(IntelAuthority.ROOT.subject());
        return X509Bytes.pem(names.stream()
                .flatMap(name -> named(name).stream().max(Comparator.comparing(X509Certificate::getNotAfter)).stream())
                .toList());
    }

    private List<X509Certificate> named(X500Principal name) {
        return endorsements.certificates().stream()
                .filter(certificate -> certificate.getSubjectX500Principal().equals(name))
                .toList();
    }

    private static Bytes document(String name, SignedBody signed) {
        String head = "{\"" + name + "\":";
        String tail = ",\"signature\":\"" + signed.signature().hex() + "\"}";
        String body = new String(signed.bytes().toArray(), StandardCharsets.US_ASCII);
        return Bytes.copyOf((head + body + tail).getBytes(StandardCharsets.US_ASCII));
    }
}
