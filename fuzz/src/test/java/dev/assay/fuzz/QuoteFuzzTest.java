package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.explain.QuoteDescription;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.TdReportEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** TDX quotes. */
class QuoteFuzzTest {
    static Stream<byte[]> seeds() {
        QuoteEncoder small = QuoteEncoder.version4(TdReportEncoder.valid(TdReportEncoder.Kind.TD_1_0))
                .signatureData(data -> data.certification(5, new byte[3]));
        return Stream.concat(
                Stream.of(small.encode(), small.trailing((byte) 0, (byte) 0).encode(), Minted.TD.quote()),
                Stream.of(TdReportEncoder.Kind.values())
                        .map(kind -> QuoteEncoder.version5(TdReportEncoder.valid(kind))
                                .signatureData(data -> data.certification(1, new byte[36]))
                                .encode()));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.hold(input, MalformedEvidenceException.class, bytes -> text(bytes, Strictness.STRICT));
        Promises.hold(input, MalformedEvidenceException.class, bytes -> {
            String lenient = text(bytes, Strictness.LENIENT);
            boolean faultless = Quote.decode(Bytes.copyOf(bytes), Strictness.LENIENT)
                    .irregularities()
                    .isEmpty();
            assertEquals(Decoded.strictly(() -> text(bytes, Strictness.STRICT)), faultless);
            return lenient;
        });
    }

    private static String text(byte[] bytes, Strictness strictness) throws MalformedEvidenceException {
        return QuoteDescription.of(Quote.decode(Bytes.copyOf(bytes), strictness))
                .members()
                .toString();
    }
}
