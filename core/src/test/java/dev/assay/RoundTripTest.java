package dev.assay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.CertificateTable;
import dev.assay.snp.CertificateTableEntry;
import dev.assay.tdx.Quote;
import dev.assay.tdx.QuoteSignatureData;
import dev.assay.tdx.TdReport15Ex;
import dev.assay.tdx.TdReportSince15;
import dev.assay.testvectors.arbitraries.CertificateTables;
import dev.assay.testvectors.arbitraries.Quotes;
import dev.assay.testvectors.arbitraries.SnpReports;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What the independent encoder of the test vectors writes, decoding reads: every field of every layout, found under its
 * name in the description that {@code show --json} prints.
 */
class RoundTripTest {
    /** Fields that are described as numbers, and those that are the hexadecimal of a number; all others are bytes. */
    private static final Set<SnpField> NUMBERS = Set.of(
            SnpField.VERSION,
            SnpField.GUEST_SVN,
            SnpField.VMPL,
            SnpField.SIGNATURE_ALGO,
            SnpField.CURRENT_BUILD,
            SnpField.CURRENT_MINOR,
            SnpField.CURRENT_MAJOR,
            SnpField.COMMITTED_BUILD,
            SnpField.COMMITTED_MINOR,
            SnpField.COMMITTED_MAJOR);

    private static final Set<SnpField> WORDS = Set.of(SnpField.POLICY, SnpField.PLATFORM_INFO, SnpField.SIGNER_INFO);
    private static final Set<SnpField> CPUID =
            Set.of(SnpField.CPUID_FAM_ID, SnpField.CPUID_MOD_ID, SnpField.CPUID_STEP);
    private static final Set<SnpField> SIGNATURE = Set.of(SnpField.SIGNATURE_R, SnpField.SIGNATURE_S);

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

    @Property
    void everyFieldOfAReportComesBack(@ForAll("reports") SnpReportEncoder encoder) throws Exception {
        byte[] bytes = encoder.encode();
        SnpEvidence evidence = assertInstanceOf(SnpEvidence.class, Evidence.decode(bytes));
        Map<String, Object> described = evidence.describe().members();
        Set<String> compared = new TreeSet<>();
        for (SnpField field : SnpField.values()) {
            if (field.name().startsWith("RESERVED")
                    || SIGNATURE.contains(field)
                    || field.since() > encoder.number(SnpField.VERSION)) {
                continue;
            }
            if (CPUID.contains(field)) {
                int index = 2 * (field.offset() - SnpField.CPUID_FAM_ID.offset());
                assertEquals(
                        HexFormat.of().formatHex(encoder.bytes(field)),
                        String.valueOf(described.get("cpuid")).substring(index, index + 2));
                continue;
            }
            compared.add(camelCase(field.name()));
            assertEquals(expected(encoder, field), described.get(camelCase(field.name())), field.name());
        }
        assertTrue(compared.size() >= 27, compared.toString());
        AttestationReport report = evidence.report();
        assertArrayEquals(encoder.signedPart(), report.signedBytes().toArray());
        assertArrayEquals(
                encoder.bytes(SnpField.SIGNATURE_R),
                report.signature().bytes().slice(0, 72).toArray());
        assertEquals(
                Bytes.copyOf(encoder.bytes(SnpField.SIGNATURE_R)).reversed().hex(),
                String.format("%0144x", report.signature().r()));
        assertEquals(
                Bytes.copyOf(encoder.bytes(SnpField.SIGNATURE_S)).reversed().hex(),
                String.format("%0144x", report.signature().s()));
        assertArrayEquals(bytes, evidence.raw().toArray());
    }

    private static Object expected(SnpReportEncoder encoder, SnpField field) {
        if (NUMBERS.contains(field)) {
            return encoder.number(field);
        }
        Bytes bytes = Bytes.copyOf(encoder.bytes(field));
        return WORDS.contains(field) ? bytes.reversed().hex() : bytes.hex();
    }

    @Property
    void everyEntryOfATableComesBack(
            @ForAll("tables") CertificateTableEncoder encoder, @ForAll("reports") SnpReportEncoder report)
            throws Exception {
        byte[] bytes = encoder.encode();
        CertificateTable table = CertificateTable.decode(bytes);
        assertEquals(encoder.count(), table.entries().size());
        for (int i = 0; i < encoder.count(); i++) {
            CertificateTableEntry entry = table.entries().get(i);
            assertEquals(encoder.guid(i), entry.guid());
            assertArrayEquals(encoder.content(i), entry.content().toArray());
            assertEquals(
                    entry.content(),
                    table.raw().slice(entry.offset(), entry.content().length()));
        }
        assertArrayEquals(bytes, table.raw().toArray());

        Bytes extended = Bytes.fromHex(
                HexFormat.of().formatHex(report.encode()) + HexFormat.of().formatHex(bytes));
        SnpEvidence evidence = assertInstanceOf(SnpEvidence.class, Evidence.decode(extended.toArray()));
        assertEquals(
                encoder.count() == 0 ? Optional.empty() : Optional.of(table.entries()),
                evidence.certificates().map(CertificateTable::entries));
        assertEquals(extended, evidence.raw());
    }

    @Property
    void everyFieldOfAQuoteComesBack(@ForAll("quotes") QuoteEncoder encoder) throws Exception {
        byte[] bytes = encoder.encode();
        TdxEvidence evidence = assertInstanceOf(TdxEvidence.class, Evidence.decode(bytes));
        Quote quote = evidence.quote();
        assertEquals(encoder.number(QuoteHeaderField.VERSION), quote.header().version());
        assertEquals(
                encoder.number(QuoteHeaderField.ATTESTATION_KEY_TYPE),
                quote.header().attestationKeyType());
        assertEquals(encoder.number(QuoteHeaderField.TEE_TYPE), quote.header().teeType());
        assertEquals(encoder.number(QuoteHeaderField.QE_SVN), quote.header().qeSvn());
        assertEquals(encoder.number(QuoteHeaderField.PCE_SVN), quote.header().pceSvn());
        assertArrayEquals(
                encoder.bytes(QuoteHeaderField.QE_VENDOR_ID),
                quote.header().qeVendorId().toArray());
        assertArrayEquals(
                encoder.bytes(QuoteHeaderField.USER_DATA),
                quote.header().userData().toArray());
        compareBody(encoder, evidence);
        compareSignatureData(encoder, quote);
        assertArrayEquals(encoder.signedPart(), quote.signedBytes().toArray());
        assertEquals(bytes.length - encoder.trailing().length, quote.length());
        assertArrayEquals(bytes, quote.raw().toArray());
    }

    private static void compareBody(QuoteEncoder encoder, TdxEvidence evidence) {
        assertArrayEquals(encoder.body(), evidence.quote().body().raw().toArray());
        TdReportEncoder.Kind kind = List.of(TdReportEncoder.Kind.values()).stream()
                .filter(candidate -> candidate.size() == encoder.body().length)
                .findFirst()
                .orElseThrow();
        assertEquals(kind.bodyType(), evidence.quote().bodyType().number());
        TdReportEncoder body = TdReportEncoder.copyOf(kind, encoder.body());
        Map<String, Object> described = evidence.describe().members();
        List<String> compared = new ArrayList<>();
        for (TdField field : TdField.values()) {
            String name = camelCase(field.name()).replace("tdSubType", "vmId").replaceFirst("^init", "initial");
            if (!kind.has(field)) {
                assertEquals(null, described.get(name), name);
                continue;
            }
            Object expected = field == TdField.TD_SUB_TYPE
                    ? body.number(field)
                    : HexFormat.of().formatHex(body.bytes(field));
            assertEquals(expected, described.get(name), name);
            compared.add(name);
        }
        assertEquals(
                switch (kind.bodyType()) {
                    case 2 -> 15;
                    case 3 -> 17;
                    default -> 27;
                },
                compared.size());
        assertEquals(kind.bodyType() > 2, evidence.quote().body() instanceof TdReportSince15);
        assertEquals(kind.bodyType() > 3, evidence.quote().body() instanceof TdReport15Ex);
    }

    private static void compareSignatureData(QuoteEncoder encoder, Quote quote) {
        QuoteSignatureData data = quote.signatureData();
        assertArrayEquals(encoder.signatureData().signature(), data.signature().toArray());
        assertArrayEquals(
                encoder.signatureData().attestationKey(), data.attestationKey().toArray());
        assertArrayEquals(
                encoder.signatureData().qeReportSignature(),
                data.qeReportSignature().toArray());
        assertArrayEquals(
                encoder.signatureData().authData(), data.qeAuthenticationData().toArray());
        assertEquals(
                encoder.signatureData().certificationType(),
                data.certificationData().type());
        assertArrayEquals(
                encoder.signatureData().certification(),
                data.certificationData().content().toArray());
        assertArrayEquals(
                encoder.signatureData().qeReport().encode(),
                data.qeReport().raw().toArray());
        assertEquals(
                encoder.signatureData().qeReport().number(QeField.ISV_SVN),
                data.qeReport().isvSvn());
        assertEquals(
                encoder.signatureData().qeReport().number(QeField.ISV_PROD_ID),
                data.qeReport().isvProdId());
        assertEquals(
                encoder.signatureData().qeReport().number(QeField.MISC_SELECT),
                data.qeReport().miscSelect());
        assertArrayEquals(
                encoder.signatureData().qeReport().bytes(QeField.MR_SIGNER),
                data.qeReport().mrSigner().toArray());
        assertArrayEquals(
                encoder.signatureData().qeReport().bytes(QeField.MR_ENCLAVE),
                data.qeReport().mrEnclave().toArray());
        assertArrayEquals(
                encoder.signatureData().qeReport().bytes(QeField.ATTRIBUTES),
                data.qeReport().attributes().toArray());
        assertArrayEquals(
                encoder.signatureData().qeReport().bytes(QeField.CPU_SVN),
                data.qeReport().cpuSvn().toArray());
        assertArrayEquals(
                encoder.signatureData().qeReport().bytes(QeField.REPORT_DATA),
                data.qeReport().reportData().toArray());
    }

    /** {@code REPORT_DATA} is {@code reportData}, {@code TEE_TCB_SVN_2} is {@code teeTcbSvn2}. */
    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
