package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.Evidence;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.TableGuid;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence of either kind, recognised by its first bytes; what decodes is described and verified. */
class EvidenceFuzzTest {
    static Stream<byte[]> seeds() {
        byte[] report = SnpReportEncoder.valid(3).encode();
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.CRL, new byte[] {0x30, 0})
                .encode();
        byte[] both = Arrays.copyOf(report, report.length + table.length);
        System.arraycopy(table, 0, both, report.length, table.length);
        return Stream.of(
                new byte[4],
                Arrays.copyOf(report, report.length + 9),
                both,
                Minted.snp(AmdProduct.GENOA, VekKind.VCEK).report(),
                Minted.TD.quote());
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.hold(input, MalformedEvidenceException.class, bytes -> {
            Evidence evidence = Evidence.decode(bytes);
            return evidence.describe().members().toString()
                    + Minted.VERIFIER
                            .verify(evidence, Minted.TD_ENDORSEMENTS, Minted.TD.at())
                            .findings();
        });
        Promises.hold(
                input,
                MalformedEvidenceException.class,
                bytes -> Evidence.decode(Bytes.copyOf(bytes), Strictness.LENIENT)
                        .describe()
                        .toString());
    }
}
