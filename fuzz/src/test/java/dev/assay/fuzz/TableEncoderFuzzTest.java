package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.CertificateTable;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Decoding of certificate tables beside the independent encoder. The input is the entries, some of which lie. */
class TableEncoderFuzzTest {
    private static final int MOST = 64;

    static Stream<byte[]> seeds() {
        return Stream.of(new byte[0], new byte[] {0, 0, 0, 3, 1, 2, 3, 0, 0, 1, 1, 9}, new byte[] {
            0, 0, 1, 48, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 3, 1, 2, 3
        });
    }

    private record Said(UUID guid, Bytes content, long offset, long length) {}

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Choices choices = new Choices(input);
        CertificateTableEncoder encoder = CertificateTableEncoder.empty();
        List<Said> said = new ArrayList<>();
        while (choices.more() && said.size() <= MOST + 1) {
            UUID guid = choices.flag()
                    ? new UUID(1, choices.u8())
                    : choices.of(TableGuid.values()).guid();
            if (choices.flag()) {
                Said lie = new Said(guid, Bytes.empty(), choices.u64() & 0xFFFFFFFFL, choices.u64() & 0xFFFFFFFFL);
                said.add(lie);
                encoder = encoder.add(guid, new byte[0], lie.offset, lie.length);
            } else {
                Said truth = new Said(guid, Bytes.copyOf(choices.bytes(choices.u8())), -1, -1);
                said.add(truth);
                encoder = encoder.add(guid, truth.content.toArray());
            }
        }
        byte[] bytes = encoder.encode();
        try {
            CertificateTable table = CertificateTable.decode(bytes);
            assertEquals(true, isWellFormed(said, bytes.length), "accepted");
            assertEquals(said.size(), table.entries().size());
            for (int i = 0; i < said.size(); i++) {
                assertEquals(said.get(i).guid, table.entries().get(i).guid());
                if (said.get(i).offset < 0) {
                    assertEquals(said.get(i).content, table.entries().get(i).content());
                }
            }
        } catch (MalformedEvidenceException e) {
            assertEquals(false, isWellFormed(said, bytes.length), e::getMessage);
        }
    }

    private static boolean isWellFormed(List<Said> said, int size) {
        int start = (said.size() + 1) * CertificateTableEncoder.ENTRY_SIZE;
        return said.size() <= MOST
                && new HashSet<>(said.stream().map(Said::guid).toList()).size() == said.size()
                && said.stream()
                        .allMatch(one -> one.offset < 0 || (one.offset >= start && one.offset + one.length <= size));
    }
}
