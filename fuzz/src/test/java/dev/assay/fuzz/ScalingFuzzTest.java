package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.Evidence;
import dev.assay.EvidenceText;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyException;
import dev.assay.result.AttestationResult;
import dev.assay.result.ResultFormatException;
import dev.assay.snp.CertificateTable;
import dev.assay.tdx.PemText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Large inputs, made by repeating a part of a small one: what takes more than linear time or space shows there. The
 * input is the entry, how much of it is start and end, and start, repeated part and end in this order.
 */
class ScalingFuzzTest {
    private static final int SIZE = 1 << 18;

    @SuppressWarnings("ImmutableEnumChecker") // what the checker cannot know: the looks have no state
    private enum Entry {
        EVIDENCE(
                MalformedEvidenceException.class,
                bytes -> Evidence.decode(bytes).describe().toString()),
        TEXT(
                MalformedEvidenceException.class,
                bytes -> EvidenceText.unwrap(bytes).toString()),
        TABLE(
                MalformedEvidenceException.class,
                bytes -> CertificateTable.decode(bytes).toString()),
        ENDORSEMENT(Promises.Never.class, bytes -> EndorsementsText.of(Endorsements.of(bytes))),
        PEM(
                Promises.Never.class,
                bytes -> PemText.split(Bytes.copyOf(bytes)).tail().toString()),
        POLICY(
                PolicyException.class,
                bytes -> Policy.fromJson(Bytes.copyOf(bytes)).toJson()),
        RESULT(
                ResultFormatException.class,
                bytes -> AttestationResult.fromJson(new String(bytes, StandardCharsets.UTF_8))
                        .toJson());

        private final Class<? extends Exception> documented;
        private final Promises.Look look;

        Entry(Class<? extends Exception> documented, Promises.Look look) {
            this.documented = documented;
            this.look = look;
        }
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                of(0, "", "\0", ""),
                of(1, "0x", "02", ""),
                of(1, "", "A\n", ""),
                of(2, "", "0123456789abcdef01234567", ""),
                of(3, "", "-----BEGIN CERTIFICATE-----", ""),
                of(3, "", "-----BEGIN X-----\nMAA=\n-----END X-----\n", ""),
                of(3, "{\"tcbInfo\":", "[", "]}"),
                of(3, "{\"tcbInfo\":{\"a\":\"", "\\u0041", "\"}}"),
                of(3, "{\"tcb_info\":\"", " ", "\"}"),
                of(3, "0", "\u0082\u0001\u0000", ""),
                of(4, "-----BEGIN CERTIFICATE-----", "-----END ", ""),
                of(5, "{\"id\":\"", "a", "\",\"version\":\"1\"}"),
                of(5, "{\"id\":\"a\",\"snp\":{\"measurement\":[\"", "00", "\"]}}"),
                of(6, "{\"schema\":1,\"claims\":{", "\"a\":1,", "}}"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Choices choices = new Choices(input);
        Entry entry = choices.of(Entry.values());
        byte[] start = choices.bytes(choices.u8());
        byte[] part = choices.bytes(1 + choices.u8());
        byte[] end = choices.rest();
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        large.writeBytes(start);
        while (large.size() < SIZE) {
            large.writeBytes(part);
        }
        large.writeBytes(end);
        Promises.hold(large.toByteArray(), entry.documented, entry.look);
    }

    private static byte[] of(int entry, String start, String part, String end) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.write(entry);
        input.write(start.length());
        input.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        input.write(part.length() - 1);
        input.writeBytes(part.getBytes(StandardCharsets.ISO_8859_1));
        input.writeBytes(end.getBytes(StandardCharsets.ISO_8859_1));
        return input.toByteArray();
    }
}
