package dev.assay.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and tiers of trustworthiness claims; the ranges are those of the draft. */
class TrustVectorTest {
    @ParameterizedTest
    @CsvSource({
        "-1, NONE",
        "0, NONE",
        "1, NONE",
        "2, AFFIRMING",
        "31, AFFIRMING",
        "-2, AFFIRMING",
        "-32, AFFIRMING",
        "32, WARNING",
        "95, WARNING",
        "-33, WARNING",
        "-96, WARNING",
        "96, CONTRAINDICATED",
        "127, CONTRAINDICATED",
        "-97, CONTRAINDICATED",
        "-128, CONTRAINDICATED"
    })
    void everyValueHasTheTierOfItsRange(int value, TrustTier tier) {
        assertEquals(tier, TrustTier.of(value));
    }

    @ParameterizedTest
    @ValueSource(ints = {128, -129, 1000})
    void otherValuesAreRefused(int value) {
        assertThrows(IllegalArgumentException.class, () -> TrustTier.of(value));
    }

    @ParameterizedTest
    @CsvSource({"NONE, AFFIRMING, AFFIRMING", "WARNING, AFFIRMING, WARNING", "WARNING, CONTRAINDICATED, CONTRAINDICATED"
    })
    void theWorseTierWins(TrustTier a, TrustTier b, TrustTier worse) {
        assertEquals(worse, a.worse(b));
        assertEquals(worse, b.worse(a));
    }
}
