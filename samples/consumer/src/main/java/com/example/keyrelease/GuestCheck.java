package com.example.keyrelease;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicySection;
import dev.assay.policy.ReportData;
import dev.assay.policy.SnpRules;
import dev.assay.policy.Values;
import dev.assay.result.AttestationResult;
import dev.assay.snp.AttestationReport;
import dev.assay.verify.NotVerifiedException;
import dev.assay.verify.VerifiedReport;
import java.time.Instant;

final class GuestCheck {
    // Keep it: it remembers the chains that it has verified.
    private final Verifier verifier = Verifier.standard();

    /** Returns only for a genuine report, made for this nonce by the guest with this measurement. */
    VerifiedReport check(byte[] report, byte[] vcek, byte[] nonce, byte[] measurement, Instant at)
            throws MalformedEvidenceException, NotVerifiedException {
        VerifiedReport verified = verifier.verify(AttestationReport.decode(report), Endorsements.of(vcek), at)
                .orElseThrow();
        Policy policy = Policy.builder("guest", "1")
                .reportData(ReportData.exact(Bytes.copyOf(nonce)))
                .snp(PolicySection.snp().with(SnpRules.MEASUREMENT, Values.of(Bytes.copyOf(measurement))))
                .build();
        AttestationResult result = policy.appraise(verified);
        if (!result.passed()) {
            throw new SecurityException("not the guest to trust: " + result.failedRules());
        }
        return verified;
    }
}
