package dev.assay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A check that is done another way is still a check, also once Bouncy Castle has filled its tables. */
class BouncyCastleVariantTest {
    @ParameterizedTest
    @EnumSource
    void everyVariantAcceptsAndRefuses(BouncyCastleVariant variant) throws Exception {
        for (Primitive.Signed good : new Primitive.Signed[] {
            SnpSample.of(Origin.REAL).signed(), TdxSample.minted().signed()
        }) {
            Primitive.PreparedKey key = variant.prepare(good);
            byte[] altered = good.message().clone();
            altered[0x90] ^= 1;
            for (int use = 0; use < 6; use++) {
                assertTrue(key.check(good));
                assertFalse(key.check(
                        new Primitive.Signed(good.curve(), good.digest(), altered, good.r(), good.s(), good.key())));
            }
        }
    }
}
