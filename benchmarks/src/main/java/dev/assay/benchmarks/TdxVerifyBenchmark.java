package dev.assay.benchmarks;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyDraft;
import dev.assay.tdx.Quote;
import dev.assay.verify.NotVerifiedException;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedQuote;
import java.security.GeneralSecurityException;
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

/**
 * Verifying a quote. {@code warm} is the next quote of a platform whose chain, quoting enclave and collateral are
 * remembered, {@code service} the same from bytes to the appraised result, {@code cold} a platform that was never seen.
 * {@code bare} is the one signature check that none can do without, {@code bareCold} all that a first verification has to
 * check.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
public class TdxVerifyBenchmark {
    private static final int MEMORY = 64;

    /** Who checks signatures. */
    @Param
    public Backend backend;

    /** Where quote and collateral come from. Real collateral is not shipped, see {@link TdxSample}. */
    @Param("MINTED")
    public Origin collateral;

    private TdxSample sample;
    private VerificationOptions options;
    private Quote quote;
    private Endorsements endorsements;
    private Verifier warm;
    private Policy policy;
    private Primitive bare;
    private Primitive all;

    /** For JMH. */
    public TdxVerifyBenchmark() {}

    /** Prepared, for who calls it without JMH. */
    static TdxVerifyBenchmark of(Backend backend, Origin collateral) throws Exception {
        TdxVerifyBenchmark benchmark = new TdxVerifyBenchmark();
        benchmark.backend = backend;
        benchmark.collateral = collateral;
        benchmark.prepare();
        return benchmark;
    }

    /**
     * Decodes the evidence and makes a verifier with a memory.
     *
     * @throws Exception if the evidence is broken
     */
    @Setup
    public void prepare() throws Exception {
        sample = TdxSample.of(collateral);
        options = sample.options(backend);
        quote = sample.decoded();
        endorsements = sample.endorsements();
        warm = verifier();
        policy = PolicyDraft.from(warm.verify(quote, endorsements, sample.at()).orElseThrow(), "benchmark", "1");
        bare = backend.primitive(sample.signed());
        all = backend.withNewKeys(sample.all());
    }

    private Verifier verifier() {
        return Verifier.of(options.withMemory(SignatureMemory.ofCapacity(MEMORY)));
    }

    /**
     * With everything remembered but the quote.
     *
     * @return what was established
     * @throws NotVerifiedException never, for this evidence
     */
    @Benchmark
    public VerifiedQuote warm() throws NotVerifiedException {
        return warm.verify(quote, endorsements, sample.at()).orElseThrow();
    }

    /**
     * The same with an appraisal by a policy that pins all it can.
     *
     * @return true
     * @throws NotVerifiedException never, for this evidence
     */
    @Benchmark
    public boolean appraised() throws NotVerifiedException {
        return policy.appraise(warm()).passed();
    }

    /**
     * The same from the bytes of the quote.
     *
     * @return true
     * @throws Exception never, for this evidence
     */
    @Benchmark
    public boolean service() throws Exception {
        Quote decoded = Quote.decode(sample.quote());
        VerifiedQuote verified = warm.verify(decoded, endorsements, sample.at()).orElseThrow();
        return policy.appraise(verified).passed();
    }

    /** Like {@link #bare}, with a key for one of several threads. */
    Primitive bareOfAThread() throws Exception {
        return backend.primitiveForOneThread(sample.signed());
    }

    /**
     * With nothing remembered, but the collateral read.
     *
     * @return what was established
     * @throws NotVerifiedException never, for this evidence
     */
    @Benchmark
    public VerifiedQuote cold() throws NotVerifiedException {
        return verifier().verify(quote, endorsements, sample.at()).orElseThrow();
    }

    /**
     * With nothing remembered and nothing read: from the bytes of quote and collateral. The platform's certificate
     * factory keeps equal encodings, so this is less work than with certificates that it never saw.
     *
     * @return what was established
     * @throws Exception never, for this evidence
     */
    @Benchmark
    public VerifiedQuote whole() throws Exception {
        return verifier()
                .verify(sample.decoded(), sample.endorsements(), sample.at())
                .orElseThrow();
    }

    /**
     * The bound of {@code warm} and {@code service}: hash and signature of the quote alone.
     *
     * @return true
     * @throws GeneralSecurityException never, for this evidence
     */
    @Benchmark
    public boolean bare() throws GeneralSecurityException {
        return bare.run();
    }

    /** What each of several threads has for itself. */
    @State(Scope.Thread)
    public static class OwnKey {
        private Primitive bare;

        /** For JMH. */
        public OwnKey() {}

        /**
         * Prepares the key.
         *
         * @param shared what all threads have
         * @throws Exception if the evidence is broken
         */
        @Setup
        public void prepare(TdxVerifyBenchmark shared) throws Exception {
            bare = shared.bareOfAThread();
        }
    }

    /**
     * Like {@code bare}, for any number of threads: each has a key of its own.
     *
     * @param own this thread's key
     * @return true
     * @throws GeneralSecurityException never, for this evidence
     */
    @Benchmark
    public boolean bareByThread(OwnKey own) throws GeneralSecurityException {
        return own.bare.run();
    }

    /**
     * The bound of {@code cold} and {@code whole}: nine signatures by five keys, each key prepared once.
     *
     * @return true
     * @throws GeneralSecurityException never, for this evidence
     */
    @Benchmark
    public boolean bareCold() throws GeneralSecurityException {
        return all.run();
    }
}
