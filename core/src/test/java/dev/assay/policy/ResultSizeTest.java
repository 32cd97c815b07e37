package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.result.AttestationResult;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Whatever policy there can be, its results read back. */
class ResultSizeTest {
    @Test
    void theResultOfTheLargestPolicyReadsBack() throws Exception {
        Policy part = Minted.snp(snp -> snp.with(SnpRules.MEASUREMENT, Values.of(Minted.filled(48, 0x3F))));
        Policy policy = new CompositePolicy(
                "roll-out", "1", CompositePolicy.ANY_OF, Collections.nCopies(CompositePolicy.MOST, part));
        for (int depth = 1; depth < CompositePolicy.DEEPEST - 1; depth++) {
            policy = Policy.allOf("deeper", "1", policy);
        }
        AttestationResult result = policy.appraise(Minted.milan());
        assertEquals(result, AttestationResult.fromJson(result.toJson()));
    }
}
