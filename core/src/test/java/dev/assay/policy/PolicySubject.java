package dev.assay.policy;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.TdxEvidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.result.AttestationResult;
import dev.assay.result.Verdict;
import dev.assay.testvectors.manifest.Appraisal;
import dev.assay.testvectors.manifest.Conclusion;
import dev.assay.testvectors.manifest.Outcome;
import dev.assay.testvectors.manifest.SnpEndorsements;
import dev.assay.testvectors.manifest.Subject;
import dev.assay.testvectors.manifest.TdxEndorsements;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.VectorFile;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs vectors with policies through verification and appraisal. Reads the result back on the way. */
final class PolicySubject implements Subject {
    private final Verifier verifier = Verifier.standard();

    @Override
    public Outcome run(Vector vector) {
        try {
            Policy policy = Policy.fromJson(Objects.requireNonNull(vector.policy()));
            AttestationResult result =
                    appraise(Evidence.decode(vector.evidence().bytes()), vector, policy);
            if (!AttestationResult.fromJson(result.toJson()).equals(result)) {
                throw new AssertionError("does not read back: " + result.toJson());
            }
            return Outcome.decoded(Map.of())
                    .conclusion(conclusion(result.verdict()))
                    .appraisal(result.authenticated() ? (result.passed() ? Appraisal.PASS : Appraisal.FAIL) : null)
                    .detail(result.failedRules() + " " + result.findings())
                    .build();
        } catch (MalformedEvidenceException e) {
            return Outcome.malformed(e.toString());
        } catch (dev.assay.result.ResultFormatException e) {
            throw new AssertionError(e);
        }
    }

    private AttestationResult appraise(Evidence evidence, Vector vector, Policy policy) {
        Instant at = Objects.requireNonNull(vector.at());
        Endorsements endorsements = endorsements(vector);
        if (evidence instanceof SnpEvidence snp) {
            return policy.appraise(verifier.verify(snp, endorsements, at), snp.report(), at);
        }
        TdxEvidence tdx = (TdxEvidence) evidence;
        return policy.appraise(verifier.verify(tdx, endorsements, at), tdx.quote(), at);
    }

    private static Conclusion conclusion(Verdict verdict) {
        return switch (verdict) {
            case PASS, FAIL -> Conclusion.VERIFIED;
            case REJECTED -> Conclusion.REJECTED;
            case INDETERMINATE -> Conclusion.INDETERMINATE;
        };
    }

    static Endorsements endorsements(Vector vector) {
        Endorsements.Builder builder = Endorsements.builder();
        if (vector.endorsements() instanceof SnpEndorsements snp) {
            add(builder, snp.vek());
            snp.chain().forEach(file -> add(builder, file));
            snp.crl().forEach(file -> add(builder, file));
        } else {
            TdxEndorsements tdx = (TdxEndorsements) vector.endorsements();
            add(builder, tdx.tcbInfo());
            add(builder, tdx.qeIdentity());
            add(builder, tdx.pckCrl());
            add(builder, tdx.rootCrl());
            add(builder, tdx.tcbSigningCertificate());
        }
        return builder.build();
    }

    private static void add(Endorsements.Builder builder, @Nullable VectorFile file) {
        if (file != null) {
            builder.add(file.name(), Bytes.copyOf(file.bytes()));
        }
    }
}
