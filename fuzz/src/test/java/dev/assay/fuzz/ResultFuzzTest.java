package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.policy.Policy;
import dev.assay.result.AttestationResult;
import dev.assay.result.ResultFormatException;
import dev.assay.verify.VerifiedReport;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Results in JSON: what is read is written back to the letter, and has all other forms. */
class ResultFuzzTest {
    static Stream<byte[]> seeds() {
        VerifiedReport report = Minted.verifiedReport();
        Policy nested = Policy.anyOf("any", "1", Minted.DEFAULTS, Minted.DEFAULTS);
        AttestationResult refused = Minted.DEFAULTS.appraise(
                Minted.VERIFIER.verify(report.evidence(), Endorsements.none(), report.at()),
                report.evidence(),
                report.at());
        return Stream.of(
                        Minted.DEFAULTS.appraise(report),
                        Minted.DEFAULTS.appraise(Minted.verifiedQuote()),
                        nested.appraise(report),
                        refused)
                .map(result -> result.toJson().getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.hold(input, ResultFormatException.class, bytes -> {
            String json = new String(bytes, StandardCharsets.UTF_8);
            AttestationResult result = AttestationResult.fromJson(json);
            assertEquals(json, result.toJson());
            return Results.text(result);
        });
    }
}
