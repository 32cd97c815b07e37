package dev.assay.benchmarks;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.snp.AttestationReport;
import dev.assay.verify.NotVerifiedException;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedReport;
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
 * Verifying a decoded report. {@code warm} is the next report of a chip whose chain is remembered, {@code cold} one of a
 * chip that was never seen, {@code bare} the one signature check that neither can do without.
 *
 * <p>In all three the certificates are parsed already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
public class SnpVerifyBenchmark {
    private static final int MEMORY = 64;

    /** Who checks signatures. */
    @Param
    public Backend backend;

    private AttestationReport report;
    private Endorsements endorsements;
    private Verifier warm;
    private Verifier cold;
    private BareCheck bare;

    /** For JMH. */
    public SnpVerifyBenchmark() {}

    /**
     * Decodes the evidence and makes one verifier with a memory and one without.
     *
     * @throws Exception if the shipped evidence is broken
     */
    @Setup
    public void prepare() throws Exception {
        report = AttestationReport.decode(ShippedEvidence.report());
        endorsements = Endorsements.of(ShippedEvidence.vcek());
        VerificationOptions options = VerificationOptions.defaults().withSignatures(backend.signatures());
        warm = Verifier.of(options.withMemory(SignatureMemory.ofCapacity(MEMORY)));
        cold = Verifier.of(options);
        bare = backend.bareCheck(ShippedEvidence.report());
    }

    /**
     * With the chain and the leaf's key remembered.
     *
     * @return what was established
     * @throws NotVerifiedException never, for this evidence
     */
    @Benchmark
    public VerifiedReport warm() throws NotVerifiedException {
        return warm.verify(report, endorsements, ShippedEvidence.AT).orElseThrow();
    }

    /**
     * With nothing remembered: two RSA-4096 checks of the chain, and the leaf's key prepared anew.
     *
     * @return what was established
     * @throws NotVerifiedException never, for this evidence
     */
    @Benchmark
    public VerifiedReport cold() throws NotVerifiedException {
        return cold.verify(report, endorsements, ShippedEvidence.AT).orElseThrow();
    }

    /**
     * The bound: hash and signature of the report alone.
     *
     * @return true
     * @throws GeneralSecurityException never, for this evidence
     */
    @Benchmark
    public boolean bare() throws GeneralSecurityException {
        return bare.run();
    }
}
