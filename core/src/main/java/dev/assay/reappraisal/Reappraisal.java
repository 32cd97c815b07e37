package dev.assay.reappraisal;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.TdxEvidence;
import dev.assay.Verifier;
import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleException;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.Policy;
import dev.assay.reappraisal.Reappraised.Compared;
import dev.assay.reappraisal.Reappraised.Unusable;
import dev.assay.result.AttestationResult;
import dev.assay.result.ResultSummary;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Judges stored bundles again, as on the day of a TCB recovery, and says of each what has changed and why.
 *
 * <p>What the evidence stood at before is what the bundle tells, if it tells it. Otherwise it is found out, with the
 * bundle's own endorsements and time. What it stands at now is found out with the bundle's endorsements and the newer
 * ones, for the time given. A TCB info or enclave identity that is newer replaces the bundle's own.
 *
 * <p>Immutable but for a bounded memory of endorsements that were read; safe for use by several threads at once.
 */
public final class Reappraisal {
    /** How many bytes of endorsements are remembered in parsed form: those of about 1000 SEV-SNP platforms. */
    private static final long MEMORY = 4 << 20;

    private final Verifier verifier;
    private final Policy policy;
    private final NewerEndorsements newer;
    private final Instant at;
    private final ItemMemory memory = new ItemMemory(MEMORY);

    /**
     * Says how bundles are to be judged.
     *
     * @param verifier who verifies; one with a memory saves most of the work
     * @param policy what is wanted of the evidence
     * @param newer endorsements to use besides those of the bundles; may be {@link Endorsements#none()}
     * @param at the time to verify for, mostly now
     * @throws IllegalArgumentException if something among the newer endorsements could not be read: it would have every
     *     bundle refused
     */
    public Reappraisal(Verifier verifier, Policy policy, Endorsements newer, Instant at) {
        if (!newer.unreadable().isEmpty()) {
            throw new IllegalArgumentException(
                    "unreadable: " + newer.unreadable().get(0));
        }
        this.verifier = verifier;
        this.policy = policy;
        this.newer = new NewerEndorsements(newer);
        this.at = at;
    }

    /**
     * Judges one bundle. No exception, whatever its content.
     *
     * @param stored the bundle
     * @return what became of it
     */
    public Reappraised reappraise(StoredBundle stored) {
        String id = stored.id();
        try {
            return reappraise(id, Bundle.read(stored.read()));
        } catch (IOException e) {
            return new Unusable(id, Fault.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (BundleException e) {
            return new Unusable(id, Fault.INVALID, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Judges one bundle. No exception, whatever its content.
     *
     * @param id what to call it
     * @param bundle the bundle
     * @return what became of it
     */
    public Reappraised reappraise(String id, Bundle bundle) {
        Optional<Evidence> evidence;
        try {
            evidence = bundle.decoded();
        } catch (MalformedEvidenceException e) {
            return new Unusable(id, Fault.MALFORMED, String.valueOf(e.getMessage()));
        }
        if (evidence.isEmpty()) {
            return new Unusable(id, Fault.NO_EVIDENCE, "the bundle holds endorsements only");
        }
        return compare(id, evidence.get(), bundle);
    }

    private Compared compare(String id, Evidence evidence, Bundle bundle) {
        Endorsements own = NewerEndorsements.own(bundle.items(), memory);
        ResultSummary before = bundle.earlier().orElseGet(() -> ResultSummary.of(judge(evidence, own, bundle.at())));
        AttestationResult result = judge(evidence, newer.beside(own), at);
        ResultSummary after = ResultSummary.of(result);
        List<String> added = Change.between(before, after).codesAdded();
        return new Compared(
                id,
                evidence.raw().sha256(),
                bundle.earlier().isPresent() ? Basis.RECORDED : Basis.REPLAYED,
                before,
                after,
                Reason.of(result, added));
    }

    private AttestationResult judge(Evidence evidence, Endorsements endorsements, Instant time) {
        if (evidence instanceof SnpEvidence snp) {
            return policy.appraise(verifier.verify(snp, endorsements, time), snp.report(), time);
        }
        TdxEvidence tdx = (TdxEvidence) evidence;
        return policy.appraise(verifier.verify(tdx, endorsements, time), tdx.quote(), time);
    }
}
