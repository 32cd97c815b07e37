package dev.assay.benchmarks;

import dev.assay.Evidence;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decoding a report of 1184 bytes, strictly; {@code copy} is what keeping the bytes costs by itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
public class SnpDecodeBenchmark {
    /** Where the report comes from. */
    @Param
    public Origin origin;

    private byte[] report;

    /** For JMH. */
    public SnpDecodeBenchmark() {}

    /** Prepared, for who calls it without JMH. */
    static SnpDecodeBenchmark of(Origin origin) {
        SnpDecodeBenchmark benchmark = new SnpDecodeBenchmark();
        benchmark.origin = origin;
        benchmark.prepare();
        return benchmark;
    }

    /** Loads or makes the evidence. */
    @Setup
    public void prepare() {
        report = SnpSample.of(origin).report();
    }

    /**
     * The bound: one copy of the bytes.
     *
     * @return the copy
     */
    @Benchmark
    public byte[] copy() {
        return report.clone();
    }

    /**
     * The decoder of reports.
     *
     * @return the report
     * @throws MalformedEvidenceException never, for this evidence
     */
    @Benchmark
    public AttestationReport report() throws MalformedEvidenceException {
        return AttestationReport.decode(report);
    }

    /**
     * The front door, which also tells the formats apart.
     *
     * @return the evidence
     * @throws MalformedEvidenceException never, for this evidence
     */
    @Benchmark
    public Evidence evidence() throws MalformedEvidenceException {
        return Evidence.decode(report);
    }
}
