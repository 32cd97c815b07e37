package dev.assay.benchmarks;

import dev.assay.model.MalformedEvidenceException;
import dev.assay.tdx.Quote;
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

/** Decoding a quote with its chain, strictly; {@code copy} is what keeping the bytes costs by itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
public class TdxDecodeBenchmark {
    /** Where the quote comes from. */
    @Param
    public Origin origin;

    private byte[] quote;

    /** For JMH. */
    public TdxDecodeBenchmark() {}

    /** Prepared, for who calls it without JMH. */
    static TdxDecodeBenchmark of(Origin origin) {
        TdxDecodeBenchmark benchmark = new TdxDecodeBenchmark();
        benchmark.origin = origin;
        benchmark.prepare();
        return benchmark;
    }

    /** Loads or makes the evidence. */
    @Setup
    public void prepare() {
        quote = origin == Origin.REAL
                ? ShippedEvidence.quote()
                : TdxSample.minted().quote();
    }

    /**
     * The bound: one copy of the bytes.
     *
     * @return the copy
     */
    @Benchmark
    public byte[] copy() {
        return quote.clone();
    }

    /**
     * The decoder of quotes.
     *
     * @return the quote
     * @throws MalformedEvidenceException never, for this evidence
     */
    @Benchmark
    public Quote quote() throws MalformedEvidenceException {
        return Quote.decode(quote);
    }
}
