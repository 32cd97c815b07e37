package dev.assay.testvectors.arbitraries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import java.util.Arrays;
import java.util.HashSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArbitrariesTest {
    @Property(tries = 200)
    void reservedBytesOfReportsAreZeroAndOthersAreNot(@ForAll("reports") SnpReportEncoder report) {
        assertEquals(1184, report.encode().length);
        for (SnpField field : SnpField.values()) {
            if (field.name().startsWith("RESERVED") || field.since() > report.number(SnpField.VERSION)) {
                assertArrayEquals(new byte[field.size()], report.bytes(field), field.name());
            }
        }
        assertArrayEquals(new byte[24], Arrays.copyOfRange(report.bytes(SnpField.SIGNATURE_R), 48, 72));
    }

    @Property(tries = 200)
    void tablesAreFramedRight(@ForAll("tables") CertificateTableEncoder table) {
        byte[] bytes = table.encode();
        HashSet<Object> guids = new HashSet<>();
        for (int i = 0; i < table.count(); i++) {
            int offset = number(bytes, 24 * i + 16, 4);
            int length = number(bytes, 24 * i + 20, 4);
            assertArrayEquals(table.content(i), Arrays.copyOfRange(bytes, offset, offset + length));
            guids.add(table.guid(i));
        }
        assertEquals(table.count(), guids.size());
    }

    @Property(tries = 200)
    void quotesAreFramedRight(@ForAll("quotes") QuoteEncoder quote) {
        byte[] bytes = quote.encode();
        int bodyAt = quote.number(QuoteHeaderField.VERSION) == 5 ? 54 : 48;
        int lengthAt = bodyAt + quote.body().length;
        assertEquals(quote.signedPart().length, lengthAt);
        int data = lengthAt + 4;
        int dataSize = number(bytes, lengthAt, 4);
        assertEquals(bytes.length - quote.trailing().length, data + dataSize);
        assertEquals(dataSize - 134, number(bytes, data + 130, 4));
        int authSize = number(bytes, data + 134 + 448, 2);
        int chain = data + 134 + 450 + authSize + 6;
        assertEquals(data + dataSize - chain, number(bytes, chain - 4, 4));
    }

    @Provide
    Arbitrary<SnpReportEncoder> reports() {
        return SnpReports.reports();
    }

    @Provide
    Arbitrary<CertificateTableEncoder> tables() {
        return CertificateTables.tables();
    }

    @Provide
    Arbitrary<QuoteEncoder> quotes() {
        return Quotes.quotes();
    }

    private static int number(byte[] bytes, int offset, int size) {
        int value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | (bytes[offset + i] & 0xFF);
        }
        return value;
    }
}
