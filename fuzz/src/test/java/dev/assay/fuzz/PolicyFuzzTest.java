package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.Bytes;
import dev.assay.policy.Baseline;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyDescription;
import dev.assay.policy.PolicyDraft;
import dev.assay.policy.PolicyException;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies in JSON; what is read is written, read again, and asked about genuine evidence of both kinds. */
class PolicyFuzzTest {
    private static final VerifiedReport REPORT = Minted.verifiedReport();
    private static final VerifiedQuote QUOTE = Minted.verifiedQuote();

    static Stream<byte[]> seeds() {
        Policy all =
                Policy.allOf("all", "1", Minted.DEFAULTS, Policy.anyOf("any", "1", Baseline.policy(), Minted.DEFAULTS));
        return Stream.of(
                        Baseline.policy().toJson(),
                        all.toJson(),
                        PolicyDraft.from(REPORT, "draft", "1").toJson(),
                        PolicyDraft.from(QUOTE, "draft", "1").toJson(),
                        "{\"id\":\"a\",\"version\":\"1\",\"reportData\":{\"sha256\":[\"00\",\"01\"]},"
                                + "\"snp\":{\"measurement\":\"any\",\"vmpl\":[0,1],\"minTcb\":{\"Milan\":{\"snp\":24}}}}",
                        "{\"id\":\"a\",\"version\":\"1\",\"reportData\":{\"prefix\":\"00\"},"
                                + "\"tdx\":{\"mrTd\":\"any\",\"tcbStatus\":[\"UpToDate\",{\"status\":\"OutOfDate\","
                                + "\"advisories\":[\"INTEL-SA-00001\"],\"until\":\"2027-01-01T00:00:00Z\"}]}}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.hold(input, PolicyException.class, bytes -> {
            Policy policy = Policy.fromJson(Bytes.copyOf(bytes));
            String text = policy.toJson();
            Policy again = Policy.fromJson(text);
            assertEquals(text, again.toJson());
            assertEquals(policy.digest(), again.digest());
            return PolicyDescription.of(policy)
                    + Results.text(policy.appraise(REPORT))
                    + Results.text(policy.appraise(QUOTE));
        });
    }
}
