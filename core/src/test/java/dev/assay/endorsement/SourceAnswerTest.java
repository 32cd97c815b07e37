package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words in which answers are told to users. */
class SourceAnswerTest {
    private static final EndorsementItem ITEM = MintedItems.everything()
            .fetch(new EndorsementRequest.PckCrl(IntelAuthority.PLATFORM_CA))
            .anyItem()
            .orElseThrow();

    private static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("revocation list by Intel SGX PCK Platform CA", ITEM),
                Arguments.of("revocation list by Intel SGX PCK Platform CA from set", new SourceAnswer.Found(ITEM)),
                Arguments.of(
                        "revocation list by Intel SGX PCK Platform CA from set, which ended at 2026-09-11T23:57:11Z: "
                                + "nothing newer",
                        new SourceAnswer.Stale(ITEM, "nothing newer")),
                Arguments.of("set: nothing fits", new SourceAnswer.NotFound("set", "nothing fits")),
                Arguments.of("AMD: has no quotes", new SourceAnswer.NotOffered("AMD", "has no quotes")),
                Arguments.of(
                        "AMD: TIMED_OUT, no answer",
                        new SourceAnswer.Unavailable("AMD", SourceFailure.TIMED_OUT, "no answer")),
                Arguments.of(
                        "AMD: THROTTLED, too many; ask again in 90 s",
                        new SourceAnswer.Unavailable(
                                "AMD", SourceFailure.THROTTLED, "too many", Optional.of(Duration.ofSeconds(90)))));
    }

    @ParameterizedTest
    @MethodSource("words")
    void anAnswerSaysWhatItIsAndWhoseItIs(String expected, Object answer) {
        assertEquals(expected, answer.toString());
    }
}
