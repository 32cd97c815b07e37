package dev.assay;

import dev.assay.endorsement.Endorsements;
import dev.assay.snp.AttestationReport;
import dev.assay.verify.Outcome;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.SnpVerification;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedReport;
import java.time.Instant;

/**
 * Verifies evidence. Make one and keep it: it is immutable but for its memory of good signatures, and may be used by any
 * number of threads at once.
 */
public final class Verifier {
    private static final int MEMORY = 4096;

    private final SnpVerification snp;

    private Verifier(VerificationOptions options) {
        snp = new SnpVerification(options);
    }

    /**
     * A verifier with the vendors' roots, the default options, and a memory of its own for about 2000 platforms.
     *
     * @return a new verifier
     */
    public static Verifier standard() {
        return of(VerificationOptions.defaults().withMemory(SignatureMemory.ofCapacity(MEMORY)));
    }

    /**
     * A verifier with other options.
     *
     * @param options what to vary
     * @return a new verifier
     */
    public static Verifier of(VerificationOptions options) {
        return new Verifier(options);
    }

    /**
     * Verifies an SEV-SNP report.
     *
     * @param report a strictly decoded report
     * @param endorsements at least the certificate of the key that signed; the chain above it is known for AMD's products
     * @param at the time to verify for, mostly now
     * @return the outcome; no exception for any input
     */
    public Outcome<VerifiedReport> verify(AttestationReport report, Endorsements endorsements, Instant at) {
        return snp.verify(report, endorsements, at);
    }

    /**
     * Verifies an SEV-SNP report with the certificates that came along.
     *
     * @param evidence a strictly decoded report, and perhaps its certificate table
     * @param endorsements what the caller has besides; may be {@link Endorsements#none()}
     * @param at the time to verify for, mostly now
     * @return the outcome; no exception for any input
     */
    public Outcome<VerifiedReport> verify(SnpEvidence evidence, Endorsements endorsements, Instant at) {
        Endorsements all = evidence.certificates()
                .map(table ->
                        Endorsements.builder().add(endorsements).add(table).build())
                .orElse(endorsements);
        return snp.verify(evidence.report(), all, at);
    }
}
