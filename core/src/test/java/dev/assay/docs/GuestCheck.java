package dev.assay.docs;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.Appraisal;
import dev.assay.policy.Baseline;
import dev.assay.snp.AttestationReport;
import dev.assay.verify.NotVerifiedException;
import dev.assay.verify.VerifiedReport;
import java.time.Instant;
import java.util.Optional;

final class GuestCheck {
    // Keep it: it remembers the chains that it has verified.
    private final Verifier verifier = Verifier.standard();

    /** Returns only for a genuine report, made for this nonce by the guest with this measurement. */
    VerifiedReport check(byte[] report, byte[] vcek, byte[] nonce, byte[] measurement, Instant at)
            throws MalformedEvidenceException, NotVerifiedException {
        VerifiedReport verified = verifier.verify(AttestationReport.decode(report), Endorsements.of(vcek), at)
                .orElseThrow();
        Appraisal appraisal = Baseline.appraise(verified, Optional.of(Bytes.copyOf(nonce)));
        if (!appraisal.passed()) {
            throw new SecurityException("not a guest to trust: " + appraisal.rules());
        }
        if (!verified.evidence().measurement().equals(Bytes.copyOf(measurement))) {
            throw new SecurityException("another guest: " + verified);
        }
        return verified;
    }
}
