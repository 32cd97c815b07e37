package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.snp.Product;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The defaults, and that each change is of that one thing. */
class VerificationOptionsTest {
    private static final VerificationOptions DEFAULTS = VerificationOptions.defaults();

    @Test
    void theDefaultsAreTheSafeChoice() {
        assertEquals(
                new VerificationOptions(
                        TrustAnchors.embedded(),
                        CrlMode.IF_GIVEN,
                        Duration.ZERO,
                        false,
                        Optional.empty(),
                        Signatures.bouncyCastle(),
                        SignatureMemory.none(),
                        TdxOptions.defaults()),
                DEFAULTS);
    }

    @Test
    void eachMethodChangesItsOwnPartAndNoOther() {
        TrustAnchors anchors = TrustAnchors.of(
                Endorsements.of(SnpForge.MILAN.evidence().root()).certificates());
        SignatureMemory memory = SignatureMemory.ofCapacity(2);
        TdxOptions tdx = TdxOptions.defaults().withCrlMode(CrlMode.OFF);
        VerificationOptions all = DEFAULTS.withTdx(tdx)
                .withMemory(memory)
                .withSignatures(Signatures.platform())
                .withExpectedProduct(Product.GENOA)
                .withMaskedChipId(true)
                .withClockSkew(Duration.ofSeconds(1))
                .withCrlMode(CrlMode.REQUIRED)
                .withTrustAnchors(anchors);
        VerificationOptions expected = new VerificationOptions(
                anchors,
                CrlMode.REQUIRED,
                Duration.ofSeconds(1),
                true,
                Optional.of(Product.GENOA),
                Signatures.platform(),
                memory,
                tdx);
        assertEquals(expected, all);
        assertEquals(
                expected,
                DEFAULTS.withTrustAnchors(anchors)
                        .withCrlMode(CrlMode.REQUIRED)
                        .withClockSkew(Duration.ofSeconds(1))
                        .withMaskedChipId(true)
                        .withExpectedProduct(Product.GENOA)
                        .withSignatures(Signatures.platform())
                        .withMemory(memory)
                        .withTdx(tdx));
    }
}
