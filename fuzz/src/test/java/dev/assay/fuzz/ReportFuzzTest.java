package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.explain.ReportDescription;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.SnpReportEncoder;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** SEV-SNP attestation reports. */
class ReportFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.concat(
                IntStream.rangeClosed(2, 5)
                        .mapToObj(version -> SnpReportEncoder.valid(version).encode()),
                Stream.of(Minted.snp(AmdProduct.TURIN, VekKind.VLEK).report(), new byte[AttestationReport.SIZE]));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.hold(input, MalformedEvidenceException.class, bytes -> text(bytes, Strictness.STRICT));
        Promises.hold(input, MalformedEvidenceException.class, bytes -> {
            String lenient = text(bytes, Strictness.LENIENT);
            boolean faultless = AttestationReport.decode(Bytes.copyOf(bytes), Strictness.LENIENT)
                    .irregularities()
                    .isEmpty();
            assertEquals(Decoded.strictly(() -> text(bytes, Strictness.STRICT)), faultless);
            return lenient;
        });
    }

    private static String text(byte[] bytes, Strictness strictness) throws MalformedEvidenceException {
        AttestationReport report = AttestationReport.decode(Bytes.copyOf(bytes), strictness);
        return ReportDescription.of(report, Optional.empty()).members().toString();
    }
}
