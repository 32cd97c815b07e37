package dev.assay.testvectors.manifest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the vector wants verification done, the member {@code options}.
 *
 * @param crl the treatment of revocation lists, with the default for the vector's kind of evidence filled in
 * @param allowMaskedChipId whether an SEV-SNP report whose chip id is all zero may verify with a VCEK; false unless said
 * @param product the only product that may verify, for instance {@code Milan}; null for any
 * @param grace how long after its end collateral still counts; null for the verifier's default
 * @param skew how far clocks may disagree; null for the verifier's default
 */
public record Options(
        CrlMode crl,
        boolean allowMaskedChipId,
        @Nullable String product,
        @Nullable Duration grace,
        @Nullable Duration skew) {
    /**
     * What applies if a vector has no options.
     *
     * @param tee the kind of evidence
     * @return the defaults for it
     */
    public static Options defaultsFor(Tee tee) {
        return new Options(CrlMode.defaultFor(tee), false, null, null, null);
    }
}
