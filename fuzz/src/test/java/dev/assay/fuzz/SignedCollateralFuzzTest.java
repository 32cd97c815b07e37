package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.testvectors.intel.SignedJson;
import dev.assay.testvectors.intel.TdxEvidence;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * TCB infos and enclave identities whose text was changed, and which then were signed by the simulated vendor. The input
 * is which of them, and what to overwrite.
 */
class SignedCollateralFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0},
                new byte[] {1},
                new byte[] {0, 20, 0, 0, '9'},
                new byte[] {1, 40, 0, 4, '1', '2', '3', '4', '5'},
                patchOf(0, Minted.INTEL.signedTcbInfo().body(), "\"UpToDate\"", "\"OutOfDate"),
                patchOf(0, Minted.INTEL.signedTcbInfo().body(), "\"pcesvn\":", "\"pcesvn\":65535"),
                patchOf(1, Minted.INTEL.signedQeIdentity().body(), "\"isvsvn\":", "\"isvsvn\":9"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdCostly(input, MalformedEvidenceException.class, bytes -> {
            Choices choices = new Choices(bytes);
            boolean identity = choices.flag();
            SignedJson genuine = identity ? Minted.INTEL.signedQeIdentity() : Minted.INTEL.signedTcbInfo();
            byte[] body = choices.patch(genuine.body().getBytes(StandardCharsets.US_ASCII), 12);
            byte[] changed = SignedJson.sign(
                            identity ? "enclaveIdentity" : "tcbInfo",
                            new String(body, StandardCharsets.ISO_8859_1),
                            Minted.INTEL.hierarchy().tcbSigningKey())
                    .encode();
            TdxEvidence evidence = identity ? Minted.TD.withQeIdentity(changed) : Minted.TD.withTcbInfo(changed);
            JudgedQuote judged = JudgedQuote.of(evidence);
            if (judged.passed()) {
                assertTrue(
                        new String(body, StandardCharsets.ISO_8859_1).contains("UpToDate"), "passed without a level");
            }
            return judged.text();
        });
    }

    /** Overwrites what stands where a text begins, up to 16 characters of it. */
    private static byte[] patchOf(int which, String body, String where, String what) {
        int offset = body.indexOf(where);
        byte[] patch = new byte[4 + what.length()];
        patch[0] = (byte) which;
        patch[1] = (byte) offset;
        patch[2] = (byte) (offset >> 8);
        patch[3] = (byte) (what.length() - 1);
        System.arraycopy(what.getBytes(StandardCharsets.US_ASCII), 0, patch, 4, what.length());
        return patch;
    }
}
