package dev.assay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.SnpEvidence;
import dev.assay.snp.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fast wrong answer is no result: everything that is measured does its work. */
class BenchmarkedWorkTest {
    @Test
    void decodingYieldsTheReport() throws Exception {
        SnpDecodeBenchmark benchmark = new SnpDecodeBenchmark();
        assertEquals(2, benchmark.report().version());
        assertTrue(benchmark.evidence() instanceof SnpEvidence evidence
                && evidence.report().equals(benchmark.report()));
        assertEquals(1184, benchmark.copy().length);
    }

    @ParameterizedTest
    @EnumSource
    void verificationAcceptsWithAndWithoutMemory(Backend backend) throws Exception {
        SnpVerifyBenchmark benchmark = new SnpVerifyBenchmark();
        benchmark.backend = backend;
        benchmark.prepare();
        assertEquals(Product.MILAN, benchmark.cold().product());
        assertEquals(Product.MILAN, benchmark.warm().product());
        assertEquals(Product.MILAN, benchmark.warm().product());
        assertTrue(benchmark.bare());
    }

    @ParameterizedTest
    @EnumSource
    void theBareCheckChecks(Backend backend) throws Exception {
        byte[] altered = ShippedEvidence.report();
        assertTrue(backend.bareCheck(altered).run());
        altered[0x90] ^= 1;
        assertFalse(backend.bareCheck(altered).run());
    }
}
