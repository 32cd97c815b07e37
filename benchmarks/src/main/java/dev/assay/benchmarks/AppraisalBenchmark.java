package dev.assay.benchmarks;

import dev.assay.policy.Policy;
import dev.assay.result.AttestationResult;
import dev.assay.result.Ear;
import dev.assay.result.RuleResult;
import dev.assay.result.RuleStatus;
import dev.assay.verify.Verified;
import java.util.List;
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

/** Appraising verified evidence by a policy of forty rules, and the forms of the result. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
public class AppraisalBenchmark {
    private static final int RULES = 40;

    /** What is appraised. */
    @Param({"SNP_MINTED", "SNP_REAL", "TDX_MINTED"})
    public FortyRules evidence;

    private Verified<?> verified;
    private Policy policy;

    /** For JMH. */
    public AppraisalBenchmark() {}

    /** Prepared, for who calls it without JMH. */
    static AppraisalBenchmark of(FortyRules evidence) throws Exception {
        AppraisalBenchmark benchmark = new AppraisalBenchmark();
        benchmark.evidence = evidence;
        benchmark.prepare();
        return benchmark;
    }

    /**
     * Verifies evidence and reads the policy.
     *
     * @throws Exception if the evidence is broken
     */
    @Setup
    public void prepare() throws Exception {
        verified = evidence.verified();
        policy = evidence.policy(verified);
        AttestationResult result = policy.appraise(verified);
        long applied = result.rules().stream()
                .filter(rule -> rule.status() == RuleStatus.PASSED)
                .count();
        if (!result.passed() || applied != RULES) {
            throw new IllegalStateException(applied + " rules passed, of which there must be " + RULES);
        }
    }

    /**
     * The decision: every rule is applied.
     *
     * @return true
     */
    @Benchmark
    public boolean decide() {
        return policy.appraise(verified).passed();
    }

    /**
     * The decision and every rule spelled out.
     *
     * @return the rules
     */
    @Benchmark
    public List<RuleResult> rules() {
        return policy.appraise(verified).rules();
    }

    /**
     * The result as JSON.
     *
     * @return the text
     */
    @Benchmark
    public String json() {
        return policy.appraise(verified).toJson();
    }

    /**
     * The result as an EAR.
     *
     * @return its claims
     */
    @Benchmark
    public String ear() {
        return Ear.of(policy.appraise(verified)).claims();
    }
}
