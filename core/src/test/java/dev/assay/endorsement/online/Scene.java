package dev.assay.endorsement.online;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementCollector;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.EvaluationSet;
import dev.assay.endorsement.PlanOptions;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.Product;
import dev.assay.snp.TcbVersion;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.verify.CrlMode;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerificationOptions;
import java.time.Instant;

/** Minted machines, and the way from their evidence to a verdict. */
final class Scene {
    static final SnpSimulator MILAN = SnpSimulator.create(AmdProduct.MILAN);
    static final SnpEvidence REPORT = MILAN.report(report -> report);
    static final TdxSimulator INTEL = TdxSimulator.create();
    static final TdxEvidence QUOTE = INTEL.quote(5, TdReportEncoder.Kind.TD_1_5, right -> right);

    private Scene() {}

    static Evidence decoded(byte[] evidence) {
        try {
            return Evidence.decode(evidence);
        } catch (MalformedEvidenceException e) {
            throw new AssertionError(e);
        }
    }

    /** What the report of the Milan machine takes first. */
    static EndorsementRequest.Vcek vcek() {
        return vcek(Product.MILAN, REPORT);
    }

    static EndorsementRequest.Vcek vcek(Product product, SnpEvidence evidence) {
        try {
            AttestationReport report = AttestationReport.decode(evidence.report());
            return new EndorsementRequest.Vcek(
                    product, report.chipId(), new TcbVersion(product.tcbLayout(), report.reportedTcb()));
        } catch (MalformedEvidenceException e) {
            throw new AssertionError(e);
        }
    }

    static EndorsementRequest.TcbInfo tcbInfo() {
        return new EndorsementRequest.TcbInfo(Bytes.copyOf(INTEL.platform().fmspc()), EvaluationSet.Update.STANDARD);
    }

    static CollectedEndorsements collect(EndorsementSource source, byte[] evidence, PlanOptions options) {
        return new EndorsementCollector(source, () -> SnpSimulator.AT)
                .collect(decoded(evidence).endorsementPlan(options));
    }

    static Outcome<?> verify(byte[] evidence, Endorsements endorsements, byte[] root, Instant at) {
        VerificationOptions options = VerificationOptions.defaults()
                .withTrustAnchors(TrustAnchors.of(Endorsements.of(root).certificates()))
                .withCrlMode(CrlMode.REQUIRED);
        return Verifier.of(options).verify(decoded(evidence), endorsements, at);
    }
}
