package dev.assay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.SnpEvidence;
import dev.assay.model.TcbStatus;
import dev.assay.result.RuleStatus;
import dev.assay.snp.Product;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fast wrong answer is no result: everything that is measured does its work. */
class BenchmarkedWorkTest {
    static List<Backend> backends() {
        return Backend.available();
    }

    @Test
    void decodingYieldsTheEvidence() throws Exception {
        assertEquals(2, SnpDecodeBenchmark.of(Origin.REAL).report().version());
        for (Origin origin : Origin.values()) {
            SnpDecodeBenchmark report = SnpDecodeBenchmark.of(origin);
            assertTrue(report.evidence() instanceof SnpEvidence evidence
                    && evidence.report().equals(report.report()));
            assertEquals(1184, report.copy().length);
            TdxDecodeBenchmark quote = TdxDecodeBenchmark.of(origin);
            assertEquals(quote.copy().length, quote.quote().raw().length());
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void reportsAreAcceptedWithAndWithoutMemory(Backend backend) throws Exception {
        for (Origin origin : Origin.values()) {
            SnpVerifyBenchmark benchmark = SnpVerifyBenchmark.of(backend, origin);
            assertEquals(Product.MILAN, benchmark.cold().product());
            assertEquals(Product.MILAN, benchmark.whole().product());
            assertEquals(Product.MILAN, benchmark.warm().product());
            assertTrue(benchmark.appraised());
            assertTrue(benchmark.service());
            assertTrue(benchmark.bare());
            assertTrue(benchmark.bareCold());
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void quotesAreAcceptedWithAndWithoutMemory(Backend backend) throws Exception {
        for (Origin origin : TdxSample.origins()) {
            TdxVerifyBenchmark benchmark = TdxVerifyBenchmark.of(backend, origin);
            assertEquals(TcbStatus.UP_TO_DATE, benchmark.cold().tcbStatus());
            assertEquals(TcbStatus.UP_TO_DATE, benchmark.whole().tcbStatus());
            assertEquals(TcbStatus.UP_TO_DATE, benchmark.warm().tcbStatus());
            assertTrue(benchmark.appraised());
            assertTrue(benchmark.service());
            assertTrue(benchmark.bare());
            assertTrue(benchmark.bareCold());
            assertTrue(benchmark.bareOfAThread().run());
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void theBareChecksCheck(Backend backend) throws Exception {
        for (Primitive.Signed good : new Primitive.Signed[] {
            SnpSample.of(Origin.REAL).signed(), TdxSample.minted().signed()
        }) {
            assertTrue(backend.primitive(good).run());
            byte[] altered = good.message();
            altered[0x90] ^= 1;
            assertFalse(backend.primitive(
                            new Primitive.Signed(good.curve(), good.digest(), altered, good.r(), good.s(), good.key()))
                    .run());
        }
    }

    @Test
    void aFirstVerificationOfAQuoteChecksNineSignaturesByFiveKeys() throws Exception {
        for (Origin origin : TdxSample.origins()) {
            List<Primitive.Signed> all = TdxSample.of(origin).all();
            assertEquals(9, all.size());
            assertEquals(5, all.stream().map(Primitive.Signed::key).distinct().count());
        }
    }

    @Test
    void theAppraisalPassesAndAppliesFortyRules() throws Exception {
        for (FortyRules evidence : FortyRules.all()) {
            AppraisalBenchmark benchmark = AppraisalBenchmark.of(evidence);
            assertTrue(benchmark.decide());
            assertEquals(
                    40,
                    benchmark.rules().stream()
                            .filter(rule -> rule.status() == RuleStatus.PASSED)
                            .count());
            assertTrue(benchmark.rules().stream().noneMatch(rule -> rule.status() == RuleStatus.FAILED));
            assertTrue(benchmark.json().startsWith("{"));
            assertTrue(benchmark.ear().startsWith("{"));
        }
    }
}
