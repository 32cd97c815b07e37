package dev.assay.benchmarks;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A report with what it takes to verify it. */
final class SnpSample extends Sample {
    private final byte[] report;

    SnpSample(byte[] report, List<byte[]> items, TrustAnchors anchors, Instant at) {
        super(items, anchors, at);
        this.report = report;
    }

    byte[] report() {
        return report;
    }

    static SnpSample of(Origin origin) {
        if (origin == Origin.REAL) {
            return new SnpSample(
                    ShippedEvidence.report(),
                    List.of(ShippedEvidence.vcek()),
                    TrustAnchors.embedded(),
                    ShippedEvidence.AT);
        }
        SnpEvidence minted = SnpSimulator.create(AmdProduct.MILAN).report(right -> right);
        return new SnpSample(
                minted.report(),
                List.of(minted.leaf(), minted.intermediate(), minted.crl()),
                TrustAnchors.of(Endorsements.of(minted.root()).certificates()),
                minted.at());
    }

    AttestationReport decoded() throws MalformedEvidenceException {
        return AttestationReport.decode(report);
    }

    /** The check of the report's signature, with what a warm verification is bounded by. */
    Primitive.Signed signed() throws MalformedEvidenceException {
        AttestationReport decoded = decoded();
        return new Primitive.Signed(
                "secp384r1",
                "SHA-384",
                decoded.signedBytes().toArray(),
                decoded.signature().r(),
                decoded.signature().s(),
                Primitive.point(endorsements().certificates().get(0).getPublicKey()));
    }

    /** All that a first verification has to check: the leaf, the intermediate, revocation lists, the report. */
    List<Primitive> all(Backend backend) throws GeneralSecurityException, MalformedEvidenceException {
        Endorsements given = endorsements();
        X509Certificate leaf = given.certificates().get(0);
        X509Certificate intermediate =
                given.certificates().stream().skip(1).findFirst().orElseGet(() -> embeddedIssuer(leaf));
        X509Certificate root =
                anchors().named(intermediate.getIssuerX500Principal()).get(0);
        List<Primitive> all = new ArrayList<>();
        for (X509Certificate subject : List.of(leaf, intermediate)) {
            X509Certificate issuer = subject.equals(leaf) ? intermediate : root;
            all.add(Primitive.rsaPss(
                    issuer.getPublicKey(), subject.getTBSCertificate(), subject.getSignature(), backend.provider()));
        }
        for (var crl : given.crls()) {
            all.add(Primitive.rsaPss(
                    root.getPublicKey(), crl.getTBSCertList(), crl.getSignature(), backend.provider()));
        }
        all.add(backend.withNewKeys(List.of(signed())));
        return all;
    }

    private static X509Certificate embeddedIssuer(X509Certificate leaf) {
        return TrustAnchors.embeddedAmdIntermediates().stream()
                .filter(each -> each.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()))
                .findFirst()
                .orElseThrow();
    }
}
