package dev.assay;

import dev.assay.endorsement.Endorsements;
import dev.assay.snp.AttestationReport;
import dev.assay.tdx.Quote;
import dev.assay.verify.Outcome;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.SnpVerification;
import dev.assay.verify.TdxVerification;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.time.Instant;

/**
 * Verifies evidence. Make one and keep it: it is immutable but for its memory of good signatures, and may be used by any
 * number of threads at once.
 */
public final class Verifier {
    private static final int MEMORY = 4096;

    private final SnpVerification snp;
    private final TdxVerification tdx;

    private Verifier(VerificationOptions options) {
        snp = new SnpVerification(options);
        tdx = new TdxVerification(options);
    }

    /**
     * A verifier with the vendors' roots, the default options, and a memory of its own for about 800 platforms.
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
        return evidence.certificates()
                .map(table -> snp.verify(evidence.report(), table, endorsements, at))
                .orElseGet(() -> snp.verify(evidence.report(), endorsements, at));
    }

    /**
     * Verifies a TDX quote.
     *
     * @param quote a strictly decoded quote
     * @param endorsements the TCB info of the platform, the identity of the TD quoting enclave, the TCB signing certificate,
     *     and the revocation lists of Intel's root and the PCK certificate's issuer
     * @param at the time to verify for, mostly now
     * @return the outcome; no exception for any input
     */
    public Outcome<VerifiedQuote> verify(Quote quote, Endorsements endorsements, Instant at) {
        return tdx.verify(quote, endorsements, at);
    }

    /**
     * Verifies a TDX quote.
     *
     * @param evidence a strictly decoded quote
     * @param endorsements as for {@link #verify(Quote, Endorsements, Instant)}
     * @param at the time to verify for, mostly now
     * @return the outcome; no exception for any input
     */
    public Outcome<VerifiedQuote> verify(TdxEvidence evidence, Endorsements endorsements, Instant at) {
        return tdx.verify(evidence.quote(), endorsements, at);
    }

    /**
     * Verifies evidence of either kind.
     *
     * @param evidence strictly decoded evidence
     * @param endorsements what the vendor of that kind vouches with
     * @param at the time to verify for, mostly now
     * @return the outcome, {@link VerifiedReport} or {@link VerifiedQuote} by the kind; no exception for any input
     */
    public Outcome<? extends Verified<?>> verify(Evidence evidence, Endorsements endorsements, Instant at) {
        if (evidence instanceof SnpEvidence report) {
            return verify(report, endorsements, at);
        }
        return verify((TdxEvidence) evidence, endorsements, at);
    }
}
