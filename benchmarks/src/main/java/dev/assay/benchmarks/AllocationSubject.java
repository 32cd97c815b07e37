package dev.assay.benchmarks;

import dev.assay.policy.Policy;
import dev.assay.policy.PolicyDraft;
import dev.assay.verify.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A kind of evidence with every part of its verification as a work of its own: {@code service} is decoding, {@code warm}
 * and appraisal, {@code whole} is decoding, the reading of endorsements and {@code cold}.
 *
 * @param bare the one check that {@code warm} cannot do without
 * @param bareCold the checks that {@code cold} cannot do without
 */
record AllocationSubject(
        String name,
        Backend backend,
        List<byte[]> items,
        Callable<?> decode,
        Callable<?> endorsements,
        Callable<?> bare,
        Callable<?> warm,
        Callable<?> appraise,
        Callable<?> service,
        Callable<?> bareCold,
        Callable<?> cold,
        Callable<?> whole) {
    /** Every evidence that is at hand, with the provider that allocates least; one of each kind with the default. */
    static List<AllocationSubject> all() throws Exception {
        Backend least = Backend.available().contains(Backend.CORRETTO) ? Backend.CORRETTO : Backend.PLATFORM;
        List<AllocationSubject> all = new ArrayList<>();
        for (Origin origin : Origin.values()) {
            all.add(snp(origin, least));
        }
        for (Origin origin : TdxSample.origins()) {
            all.add(tdx(origin, least));
        }
        all.add(snp(Origin.REAL, Backend.BOUNCY_CASTLE));
        all.add(tdx(Origin.MINTED, Backend.BOUNCY_CASTLE));
        return all;
    }

    static AllocationSubject snp(Origin origin, Backend backend) throws Exception {
        SnpVerifyBenchmark snp = SnpVerifyBenchmark.of(backend, origin);
        SnpSample sample = SnpSample.of(origin);
        return new AllocationSubject(
                "SEV-SNP, " + name(origin),
                backend,
                sample.items(),
                sample::decoded,
                sample::endorsements,
                snp::bare,
                snp::warm,
                appraisal(snp.warm()),
                snp::service,
                snp::bareCold,
                snp::cold,
                snp::whole);
    }

    static AllocationSubject tdx(Origin origin, Backend backend) throws Exception {
        TdxVerifyBenchmark tdx = TdxVerifyBenchmark.of(backend, origin);
        TdxSample sample = TdxSample.of(origin);
        return new AllocationSubject(
                "TDX, " + name(origin),
                backend,
                sample.items(),
                sample::decoded,
                sample::endorsements,
                tdx::bare,
                tdx::warm,
                appraisal(tdx.warm()),
                tdx::service,
                tdx::bareCold,
                tdx::cold,
                tdx::whole);
    }

    private static Callable<?> appraisal(Verified<?> verified) {
        Policy policy = PolicyDraft.from(verified, "benchmark", "1");
        return () -> policy.appraise(verified).passed();
    }

    private static String name(Origin origin) {
        return origin == Origin.REAL ? "real" : "minted";
    }
}
