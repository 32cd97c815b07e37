package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.testvectors.encode.TdReportEncoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@link TdxCases} with the implementations that are not the default: nothing may depend on them. */
class TdxBackendsTest {
    static Stream<Arguments> others() {
        return SignaturesBackends.all().stream()
                .filter(backend -> !backend.equals(Signatures.bouncyCastle()))
                .flatMap(backend -> Arrays.stream(TdxCheck.values()).map(check -> Arguments.of(backend, check)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void theFindingsAreTheSame(Signatures backend, TdxCheck check) {
        TdxMinted minted = TdxCases.of(check);
        Outcome<VerifiedQuote> usual = minted.verify();
        Outcome<VerifiedQuote> other =
                minted.options(options -> options.withSignatures(backend)).verify();
        assertEquals(usual.getClass(), other.getClass());
        assertEquals(usual.findings(), other.findings());
    }

    @ParameterizedTest
    @EnumSource(TdReportEncoder.Kind.class)
    void quotesAreVerifiedByAllWithoutAnythingRemembered(TdReportEncoder.Kind kind) {
        TdxMinted minted = TdxMinted.of(TdxCases.MACHINE.quote(5, kind, right -> right));
        for (Signatures backend : SignaturesBackends.all()) {
            assertInstanceOf(
                    Accepted.class,
                    minted.options(options -> options.withSignatures(backend).withMemory(SignatureMemory.none()))
                            .verify());
        }
    }

    @Test
    void correttosProviderVerifiesQuotes() {
        Optional<Signatures> corretto = SignaturesBackends.corretto();
        assumeTrue(corretto.isPresent(), "its native library does not load here");
        assertInstanceOf(
                Accepted.class,
                TdxMinted.genuine()
                        .options(options -> options.withSignatures(corretto.orElseThrow()))
                        .verify());
    }
}
