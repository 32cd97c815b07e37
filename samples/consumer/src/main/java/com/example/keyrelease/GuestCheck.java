package com.example.keyrelease;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.HashAlgorithm;
import dev.assay.policy.Policy;
import dev.assay.policy.ReportData;
import dev.assay.result.AttestationResult;
import dev.assay.verify.NotVerifiedException;
import dev.assay.verify.Verified;
import java.time.Instant;

/** Releases a secret to the guests that a policy describes, and to nobody else. */
final class GuestCheck {
    private final Verifier verifier;
    private final Policy policy;
    private final Bytes secret;

    /** Keep it: a verifier like {@code Verifier.standard()} remembers the chains that it has verified. */
    GuestCheck(Verifier verifier, String policyJson, Bytes secret) {
        this.verifier = verifier;
        this.policy = Policy.fromJson(policyJson);
        this.secret = secret;
    }

    /** The secret, to be encrypted to the guest's key. The guest has hashed your nonce and that key into its report. */
    Bytes release(byte[] evidence, Endorsements endorsements, Bytes nonce, Bytes guestKey, Instant at)
            throws MalformedEvidenceException, NotVerifiedException {
        Verified<?> verified =
                verifier.verify(Evidence.decode(evidence), endorsements, at).orElseThrow();
        AttestationResult result = policy.withReportData(ReportData.hashOf(HashAlgorithm.SHA512, nonce, guestKey))
                .appraise(verified);
        if (!result.passed()) {
            throw new SecurityException("not a guest to trust: " + result.failedRules());
        }
        return secret;
    }
}
