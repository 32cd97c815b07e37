package dev.assay.verify;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.snp.Product;
import java.time.Duration;
import java.util.Optional;

/**
 * What verification may vary in, as an immutable value. The defaults are the safe choice for evidence whose endorsements
 * come with it or from a cache; require revocation lists where they can be had.
 *
 * @param trustAnchors the roots; default {@link TrustAnchors#embedded()}
 * @param crlMode what is demanded of revocation lists for SEV-SNP; default {@link CrlMode#IF_GIVEN}
 * @param clockSkew how far outside a validity window the time may lie; default zero
 * @param allowMaskedChipId whether a report signed by a VCEK may hide its chip; default false
 * @param expectedProduct the product that the report must come from; default any that the anchors vouch for
 * @param signatures who checks signatures; default {@link Signatures#bouncyCastle()}
 * @param memory remembers which certificate signatures were found good; default none
 * @param tdx what TDX quotes are verified with besides; default {@link TdxOptions#defaults()}
 */
public record VerificationOptions(
        TrustAnchors trustAnchors,
        CrlMode crlMode,
        Duration clockSkew,
        boolean allowMaskedChipId,
        Optional<Product> expectedProduct,
        Signatures signatures,
        SignatureMemory memory,
        TdxOptions tdx) {
    /** The largest clock skew that may be allowed. */
    public static final Duration LARGEST_SKEW = Duration.ofDays(1);

    /**
     * Checks the skew.
     *
     * @param trustAnchors the roots
     * @param crlMode what is demanded of revocation lists for SEV-SNP; default {@link CrlMode#IF_GIVEN}
     * @param clockSkew how far outside a validity window the time may lie
     * @param allowMaskedChipId whether a report signed by a VCEK may hide its chip
     * @param expectedProduct the product that the report must come from
     * @param signatures who checks signatures
     * @param memory remembers which certificate signatures were found good
     * @throws IllegalArgumentException if it is negative or above {@link #LARGEST_SKEW}
     */
    public VerificationOptions {
        if (clockSkew.isNegative() || clockSkew.compareTo(LARGEST_SKEW) > 0) {
            throw new IllegalArgumentException("clock skew must be between zero and one day, not " + clockSkew);
        }
    }

    /**
     * The defaults.
     *
     * @return options that differ in nothing from them
     */
    public static VerificationOptions defaults() {
        return new VerificationOptions(
                TrustAnchors.embedded(),
                CrlMode.IF_GIVEN,
                Duration.ZERO,
                false,
                Optional.empty(),
                Signatures.bouncyCastle(),
                SignatureMemory.none(),
                TdxOptions.defaults());
    }

    /**
     * The same with other anchors.
     *
     * @param anchors the roots
     * @return new options
     */
    public VerificationOptions withTrustAnchors(TrustAnchors anchors) {
        return new VerificationOptions(
                anchors, crlMode, clockSkew, allowMaskedChipId, expectedProduct, signatures, memory, tdx);
    }

    /**
     * The same with another demand on revocation lists.
     *
     * @param mode the demand
     * @return new options
     */
    public VerificationOptions withCrlMode(CrlMode mode) {
        return new VerificationOptions(
                trustAnchors, mode, clockSkew, allowMaskedChipId, expectedProduct, signatures, memory, tdx);
    }

    /**
     * The same with another clock skew.
     *
     * @param skew zero to {@link #LARGEST_SKEW}
     * @return new options
     */
    public VerificationOptions withClockSkew(Duration skew) {
        return new VerificationOptions(
                trustAnchors, crlMode, skew, allowMaskedChipId, expectedProduct, signatures, memory, tdx);
    }

    /**
     * The same with masked chip ids allowed or not. A report that hides its chip is bound to none: any chip of the
     * product at that TCB could have signed it.
     *
     * @param allow whether they are
     * @return new options
     */
    public VerificationOptions withMaskedChipId(boolean allow) {
        return new VerificationOptions(
                trustAnchors, crlMode, clockSkew, allow, expectedProduct, signatures, memory, tdx);
    }

    /**
     * The same with the product that is expected. Reports of version 2 do not name theirs; without this it is taken from
     * the verified issuer.
     *
     * @param product the product
     * @return new options
     */
    public VerificationOptions withExpectedProduct(Product product) {
        return new VerificationOptions(
                trustAnchors, crlMode, clockSkew, allowMaskedChipId, Optional.of(product), signatures, memory, tdx);
    }

    /**
     * The same with another implementation of the signature algorithms.
     *
     * @param implementation who checks signatures
     * @return new options
     */
    public VerificationOptions withSignatures(Signatures implementation) {
        return new VerificationOptions(
                trustAnchors, crlMode, clockSkew, allowMaskedChipId, expectedProduct, implementation, memory, tdx);
    }

    /**
     * The same with a memory of signatures that were found good.
     *
     * @param remembered the memory, which may be shared between verifiers
     * @return new options
     */
    public VerificationOptions withMemory(SignatureMemory remembered) {
        return new VerificationOptions(
                trustAnchors, crlMode, clockSkew, allowMaskedChipId, expectedProduct, signatures, remembered, tdx);
    }

    /**
     * The same with other options for TDX.
     *
     * @param changed what TDX quotes are to be verified with
     * @return new options
     */
    public VerificationOptions withTdx(TdxOptions changed) {
        return new VerificationOptions(
                trustAnchors, crlMode, clockSkew, allowMaskedChipId, expectedProduct, signatures, memory, changed);
    }
}
