package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.snp.CertificateTable;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of certificates that comes with a report, and the endorsements that are made of it. */
class CertificateTableFuzzTest {
    static Stream<byte[]> seeds() {
        CertificateTableEncoder small = CertificateTableEncoder.empty()
                .add(TableGuid.VCEK, new byte[] {0x30, 0x03, 0x02, 0x01, 0x05})
                .add(TableGuid.ASK, new byte[] {1, 2, 3})
                .gap((byte) 0);
        return Stream.of(
                new byte[CertificateTableEncoder.ENTRY_SIZE],
                small.encode(),
                Minted.snp(AmdProduct.MILAN, VekKind.VCEK).certificateTable().encode());
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.hold(input, MalformedEvidenceException.class, bytes -> text(bytes, Strictness.STRICT));
        Promises.hold(input, MalformedEvidenceException.class, bytes -> {
            String lenient = text(bytes, Strictness.LENIENT);
            boolean faultless = CertificateTable.decode(Bytes.copyOf(bytes), Strictness.LENIENT, 0)
                    .irregularities()
                    .isEmpty();
            assertEquals(Decoded.strictly(() -> text(bytes, Strictness.STRICT)), faultless);
            return lenient;
        });
    }

    private static String text(byte[] bytes, Strictness strictness) throws MalformedEvidenceException {
        CertificateTable table = CertificateTable.decode(Bytes.copyOf(bytes), strictness, 0);
        return table.entries() + " "
                + EndorsementsText.of(Endorsements.builder().add(table).build());
    }
}
