package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.EvidenceText;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence as hexadecimal and base64. */
class EvidenceTextFuzzTest {
    static Stream<byte[]> seeds() {
        byte[] start = {2, 0, 0, 0, (byte) 0xFB, (byte) 0xFF, 7, 8};
        return Stream.concat(
                Stream.of(
                                "0x" + HexFormat.of().formatHex(start),
                                HexFormat.of().withUpperCase().formatHex(start) + "\r\n",
                                Base64.getMimeEncoder(4, new byte[] {'\n'}).encodeToString(start),
                                Base64.getUrlEncoder().withoutPadding().encodeToString(start),
                                "no evidence")
                        .map(text -> text.getBytes(StandardCharsets.US_ASCII)),
                Stream.of(start));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.hold(input, MalformedEvidenceException.class, bytes -> {
            Bytes raw = EvidenceText.unwrap(bytes);
            assertTrue(raw.length() <= bytes.length, "unwrapping never adds");
            return raw.hex();
        });
        // Whatever the bytes are, their hexadecimal and base64 are these bytes or no evidence at all.
        for (byte[] text : new byte[][] {
            HexFormat.of().formatHex(input).getBytes(StandardCharsets.US_ASCII),
            Base64.getEncoder().encode(input)
        }) {
            try {
                assertTrue(Arrays.equals(input, EvidenceText.unwrap(text).toArray()), "other bytes came out");
            } catch (MalformedEvidenceException e) {
                assertTrue(!evidenceLike(input), "evidence in text was refused: " + e.getMessage());
            }
        }
    }

    /** Small numbers where versions and key types are; see what tells the formats apart. */
    private static boolean evidenceLike(byte[] bytes) {
        return bytes.length >= 4 && bytes[1] == 0 && bytes[3] == 0;
    }
}
