package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@link SnpCases} with the implementations that are not the default: nothing may depend on them. */
class SnpBackendsTest {
    private static final int SAMPLE = 300;

    static Stream<Arguments> others() {
        return SignaturesBackends.all().stream()
                .filter(backend -> !backend.equals(Signatures.bouncyCastle()))
                .flatMap(backend -> SnpCases.ALL.stream().map(one -> Arguments.of(backend, one)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void theFindingsAreTheSame(Signatures backend, SnpCase one) {
        for (SnpTrial trial : new SnpTrial[] {one.good(), one.broken()}) {
            Outcome<VerifiedReport> other =
                    trial.options(options -> options.withSignatures(backend)).outcome();
            assertEquals(trial.outcome().getClass(), other.getClass());
            assertEquals(trial.outcome().findings(), other.findings());
        }
    }

    static Stream<Arguments> othersOnEveryMachine() {
        return SignaturesBackends.all().stream()
                .filter(backend -> !backend.equals(Signatures.bouncyCastle()))
                .flatMap(backend -> SnpForge.ALL.stream().map(forge -> Arguments.of(backend, forge)));
    }

    /** A sample of what {@link SnpBitFlipsTest} does to every bit with the default implementation. */
    @ParameterizedTest
    @MethodSource("othersOnEveryMachine")
    void noBitOfASampleCanBeInverted(Signatures backend, SnpForge forge) {
        SnpBitFlips flips = new SnpBitFlips(
                forge.trial().options(options -> options.withSignatures(backend).withCrlMode(CrlMode.REQUIRED)));
        assertEquals(Set.of(), flips.acceptedInSampleOfReport(1, SAMPLE));
        for (int item = 0; item < 3; item++) {
            assertEquals(Set.of(), flips.acceptedInSampleOf(item, item, SAMPLE), "item " + item);
        }
    }

    @Test
    void correttosProviderVerifiesReports() {
        Optional<Signatures> corretto = SignaturesBackends.corretto();
        assumeTrue(corretto.isPresent(), "its native library does not load here");
        for (SnpForge forge : SnpForge.ALL) {
            assertInstanceOf(
                    Accepted.class,
                    forge.trial()
                            .options(options -> options.withSignatures(corretto.orElseThrow()))
                            .outcome());
        }
    }
}
