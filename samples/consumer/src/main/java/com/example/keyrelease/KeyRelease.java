package com.example.keyrelease;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.HashAlgorithm;
import dev.assay.policy.Policy;
import dev.assay.policy.ReportData;
import dev.assay.result.AttestationResult;
import dev.assay.snp.AttestationReport;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerifiedReport;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import javax.crypto.Cipher;

/** Hands a secret to a guest, and only to the guest that proved just now what it is. */
public final class KeyRelease {
    private static final int NONCE_SIZE = 32;

    private final Verifier verifier;
    private final Policy policy;
    private final Clock clock;
    private final byte[] secret;

    /** Keep it: the verifier remembers the chains that it has verified. */
    public KeyRelease(Verifier verifier, Policy policy, Clock clock, byte[] secret) {
        this.verifier = verifier;
        this.policy = policy;
        this.clock = clock;
        this.secret = secret.clone();
    }

    /** Step 1: a nonce for one attempt of one guest. Remember it until the answer comes, and take it once. */
    public byte[] challenge() {
        byte[] nonce = new byte[NONCE_SIZE];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    /** Steps 3 to 5, with what the guest sent: its report, the certificates that came with it, and its public key. */
    public byte[] release(byte[] nonce, byte[] report, byte[][] certificates, byte[] guestKey)
            throws RefusedException, GeneralSecurityException {
        AttestationReport decoded;
        try {
            decoded = AttestationReport.decode(report);
        } catch (MalformedEvidenceException e) {
            throw new RefusedException(e.getMessage());
        }
        Instant now = clock.instant();
        Policy bound = policy.withReportData(
                ReportData.hashOf(HashAlgorithm.SHA512, Bytes.copyOf(nonce), Bytes.copyOf(guestKey)));
        Outcome<VerifiedReport> outcome = verifier.verify(decoded, Endorsements.of(certificates), now);
        AttestationResult result = bound.appraise(outcome, decoded, now);
        if (!result.passed()) {
            throw new RefusedException("failed: " + result.failedRules() + ", found: " + result.findings());
        }
        return sealed(guestKey);
    }

    /** Only who has the private key that the report vouches for can read the answer. */
    private byte[] sealed(byte[] guestKey) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(guestKey));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(secret);
    }
}
