package dev.assay.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.TdxEvidence;
import dev.assay.model.Bytes;
import dev.assay.model.Strictness;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.QeReportEncoder;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static Field field(Description description, String name) {
        return description.sections().stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Description of(SnpReportEncoder report) throws Exception {
        return Evidence.decode(Bytes.copyOf(report.encode()), Strictness.LENIENT)
                .describe();
    }

    private static Description of(QuoteEncoder quote) throws Exception {
        return Evidence.decode(quote.encode()).describe();
    }

    @Test
    void theBitsOfAPolicyAreSpelledOut() throws Exception {
        Field policy = field(of(SnpReportEncoder.valid(3).policy(0x80000000000B0137L)), "policy");
        assertEquals("80000000000b0137", policy.value());
        assertEquals("ABI at least 1.55", policy.notes().get(0));
        assertTrue(
                policy.notes().contains("[x] 16 SMT: may run with SMT enabled"),
                policy.notes().toString());
        assertTrue(policy.notes().contains("[ ] 18 MIGRATE_MA"), policy.notes().toString());
        assertTrue(
                policy.notes().contains("[x] 19 DEBUG: the host may debug the guest: nothing in it is confidential"),
                policy.notes().toString());
        assertTrue(
                policy.notes().contains("unknown bits 0x8000000000000000"),
                policy.notes().toString());
        assertFalse(policy.notes().contains("bit 17, which must be one, is zero"));
        assertTrue(field(of(SnpReportEncoder.valid(3).policy(0)), "policy")
                .notes()
                .contains("bit 17, which must be one, is zero"));
    }

    @Test
    void platformAndSignerAreSpelledOut() throws Exception {
        Description description =
                of(SnpReportEncoder.valid(5).platformInfo(0x121).signerInfo(0x27));
        assertEquals("0000000000000121", field(description, "platformInfo").value());
        assertTrue(field(description, "platformInfo").notes().contains("unknown bits 0x100"));
        assertTrue(field(description, "platformInfo")
                .notes()
                .contains("[x]  5 ALIAS_CHECK_COMPLETE: the memory alias check has passed since the last reset"));
        assertEquals("00000027", field(description, "signerInfo").value());
        assertEquals("VLEK", field(description, "signingKey").value());
        assertTrue(field(description, "signerInfo").notes().contains("unknown bits 0x20"));
    }

    @Test
    void aTcbIsReadInItsProductsLayoutAndInBothIfThatIsNotKnown() throws Exception {
        SnpReportEncoder turin = SnpReportEncoder.valid(5).cpuid(0x1A, 2, 1).reportedTcb(0x5100000004010201L);
        assertEquals(
                List.of("fmc 1, bootLoader 2, tee 1, snp 4, microcode 81"),
                field(of(turin), "reportedTcb").notes());
        Description unknown = of(SnpReportEncoder.valid(2).reportedTcb(0xDB18000000000004L));
        assertEquals(
                "if Milan or Genoa: bootLoader 4, tee 0, snp 24, microcode 219",
                field(unknown, "reportedTcb").notes().get(0));
        assertEquals(2, field(unknown, "reportedTcb").notes().size());
        assertEquals("04000000000018db", field(unknown, "reportedTcb").value());
    }

    @Test
    void productAndProcessorAreNamed() throws Exception {
        Description siena = of(SnpReportEncoder.valid(3).cpuid(0x19, 0xA0, 2));
        assertEquals("19a002", field(siena, "cpuid").value());
        assertEquals("Genoa", field(siena, "product").value());
        assertTrue(field(siena, "cpuid").notes().get(0).contains("Bergamo or Siena"));
        assertFalse(of(SnpReportEncoder.valid(2)).members().containsKey("product"));
    }

    @Test
    void provisionalFirmwareIsSaid() throws Exception {
        SnpReportEncoder report =
                SnpReportEncoder.valid(3).currentFirmware(1, 55, 40).committedFirmware(1, 55, 39);
        assertEquals(
                List.of("provisional: firmware 1.55.40 can be rolled back to 1.55.39"),
                field(of(report), "committedBuild").notes());
        assertEquals(
                List.of(),
                field(of(report.committedFirmware(1, 55, 40)), "committedBuild").notes());
    }

    @Test
    void aReportThatTheHostAskedForIsNamed() throws Exception {
        assertEquals(
                List.of("asked for by the host: REPORT_DATA is not the guest's"),
                field(of(SnpReportEncoder.valid(3).vmpl(0xFFFFFFFFL)), "vmpl").notes());
        assertEquals(
                4294967295L,
                field(of(SnpReportEncoder.valid(3).vmpl(0xFFFFFFFFL)), "vmpl").value());
    }

    @Test
    void levelsKeysAndAlgorithmsAreExplained() throws Exception {
        Description plain = of(SnpReportEncoder.valid(5)
                .vmpl(0)
                .idKeyDigest(new byte[48])
                .signerInfo(0)
                .mitigations(0x11, 0x22));
        assertEquals(List.of("the most privileged level"), field(plain, "vmpl").notes());
        assertEquals(List.of("no ID block"), field(plain, "idKeyDigest").notes());
        assertEquals(
                List.of("not enabled, without meaning"),
                field(plain, "authorKeyDigest").notes());
        assertEquals(List.of(), field(plain, "chipId").notes());
        assertEquals(
                List.of("ECDSA P-384 with SHA-384"),
                field(plain, "signatureAlgo").notes());
        assertEquals("1100000000000000", field(plain, "launchMitVector").value());
        assertEquals("2200000000000000", field(plain, "currentMitVector").value());
        byte[] key = new byte[48];
        key[47] = 1;
        Description other = of(SnpReportEncoder.valid(5)
                .vmpl(2)
                .idKeyDigest(key)
                .signerInfo(1)
                .chipId(new byte[64])
                .signature(BigInteger.valueOf(0x1234), BigInteger.valueOf(0xABCD)));
        assertEquals(
                List.of("a less privileged level of the guest"),
                field(other, "vmpl").notes());
        assertEquals(
                List.of("an ID block was signed with this key"),
                field(other, "idKeyDigest").notes());
        assertEquals(
                List.of("certified the ID key"), field(other, "authorKeyDigest").notes());
        assertEquals(
                List.of("masked, or signed by a VLEK"), field(other, "chipId").notes());
        assertEquals(
                List.of("little-endian, 0x1234"), field(other, "signatureR").notes());
        assertEquals(
                List.of("little-endian, 0xabcd"), field(other, "signatureS").notes());
    }

    @Test
    void whoMadeAQuoteAndItsModuleIsExplained() throws Exception {
        QuoteEncoder quote = QuoteEncoder.version5(TdReportEncoder.valid(TdReportEncoder.Kind.TD_1_5_EX)
                .set(TdField.MR_SIGNER_SEAM, new byte[48])
                .set(TdField.MR_SERVICE_TD, new byte[48]));
        Description description = of(quote);
        assertEquals(List.of("Intel"), field(description, "qeVendorId").notes());
        assertEquals(List.of("TDX"), field(description, "teeType").notes());
        assertEquals(
                List.of("signed by Intel"), field(description, "mrSignerSeam").notes());
        assertEquals(
                List.of("no service TD is bound"),
                field(description, "mrServiceTd").notes());
        assertEquals(List.of(), field(description, "qeAttributes").notes());
        assertTrue(description.members().containsKey("tdId"), "the parts of an extended report are shown");
        byte[] one = new byte[48];
        one[0] = 1;
        Description other = of(QuoteEncoder.version5(TdReportEncoder.valid(TdReportEncoder.Kind.TD_1_5)
                        .set(TdField.MR_SIGNER_SEAM, one)
                        .set(TdField.MR_SERVICE_TD, one)
                        .set(TdField.XFAM, 0x200E5L))
                .header(QuoteHeaderField.QE_VENDOR_ID, new byte[16])
                .signatureData(data -> data.qeReport(QeReportEncoder.valid().set(QeField.ATTRIBUTES, debugging()))));
        assertEquals(List.of("not Intel's"), field(other, "qeVendorId").notes());
        assertEquals(
                List.of("not signed by Intel"), field(other, "mrSignerSeam").notes());
        assertEquals(
                List.of("a service TD is bound"), field(other, "mrServiceTd").notes());
        assertEquals(
                List.of("a debug enclave: its signature proves nothing"),
                field(other, "qeAttributes").notes());
        List<String> xfam = field(other, "xfam").notes();
        assertTrue(xfam.contains("bits 0 and 1, which are fixed to one, are not both set"), xfam.toString());
        assertTrue(xfam.stream().anyMatch(line -> line.startsWith("set in part")), xfam.toString());
        List<String> good = field(description, "xfam").notes();
        assertTrue(good.stream().noneMatch(line -> line.startsWith("set in part") || line.startsWith("bits 0")));
    }

    private static byte[] debugging() {
        byte[] attributes = new byte[16];
        attributes[0] = 2;
        return attributes;
    }

    @Test
    void aMissingSignatureIsSaidAndAPresentOneShown() throws Exception {
        assertEquals(
                "none",
                of(SnpReportEncoder.valid(3).signature(new byte[512])).members().get("signature"));
        byte[] signature = new byte[512];
        signature[1] = 1;
        signature[72] = 9;
        Map<String, Object> members =
                of(SnpReportEncoder.valid(3).signature(signature)).members();
        assertEquals("0001" + "00".repeat(70), members.get("signatureR"));
        assertEquals("09" + "00".repeat(71), members.get("signatureS"));
    }

    @Test
    void aCertificateTableIsListed() throws Exception {
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.VLEK, "abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .encode();
        byte[] report = SnpReportEncoder.valid(3).encode();
        byte[] both = Arrays.copyOf(report, report.length + table.length);
        System.arraycopy(table, 0, both, report.length, table.length);
        Map<String, Object> members = Evidence.decode(both).describe().members();
        assertEquals(
                List.of(Map.of(
                        "guid",
                        "a8074bc2-a25a-483e-aae6-39c045a0b8a1",
                        "kind",
                        "VLEK",
                        "offset",
                        48L,
                        "length",
                        3L,
                        "sha256",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
                members.get("certificateTable"));
    }

    @Test
    void bytesThatBelongToNoEntryAreShown() throws Exception {
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.VLEK, new byte[] {1})
                .padding((byte) 0, (byte) 9)
                .encode();
        byte[] report = SnpReportEncoder.valid(3).encode();
        byte[] both = Arrays.copyOf(report, report.length + table.length);
        System.arraycopy(table, 0, both, report.length, table.length);
        assertEquals(
                List.of(Map.of("offset", 50L, "bytes", "09")),
                Evidence.decode(both).describe().members().get("certificateTableUnclaimed"));
    }

    @Test
    void nothingClaimsToBeAuthenticated() throws Exception {
        Description description = of(SnpReportEncoder.valid(3));
        assertEquals(false, description.members().get("authenticated"));
        assertTrue(description.unauthenticated().startsWith("Nothing below is authenticated"));
        assertEquals("sev-snp-report", description.members().get("format"));
    }

    @Test
    void whatLenientDecodingLetPassIsInTheJsonForm() throws Exception {
        Object irregularities =
                of(SnpReportEncoder.valid(3).version(6)).members().get("irregularities");
        assertEquals(
                List.of(Map.of(
                        "reason",
                        "unsupported-version",
                        "offset",
                        0L,
                        "field",
                        "version",
                        "detail",
                        "report version 6 is not one of 2 to 5")),
                irregularities);
    }

    @Test
    void aDebugTdIsNamed() throws Exception {
        TdReportEncoder body =
                TdReportEncoder.valid(TdReportEncoder.Kind.TD_1_5).set(TdField.TD_ATTRIBUTES, 0x2000000010000001L);
        Field attributes = field(of(QuoteEncoder.version5(body)), "tdAttributes");
        assertEquals("0100001000000020", attributes.value());
        assertTrue(attributes.notes().contains("[x]  0 DEBUG: the host can debug the TD"));
        assertTrue(attributes.notes().contains("under debug: nothing in this TD is confidential"));
        assertTrue(attributes.notes().contains("unknown bits 0x2000000000000000"));
    }

    @Test
    void everyKindOfCertificationDataIsDescribed() throws Exception {
        for (Map.Entry<Integer, byte[]> kind : Map.of(
                        1, new byte[36],
                        2, new byte[276],
                        3, new byte[404],
                        4, new byte[10],
                        5, new byte[10],
                        7, new byte[10])
                .entrySet()) {
            QuoteEncoder quote = QuoteEncoder.version4(TdReportEncoder.valid(TdReportEncoder.Kind.TD_1_0))
                    .signatureData(data -> data.certification(kind.getKey(), kind.getValue()));
            assertEquals(
                    (long) kind.getKey(), of(quote).members().get("certificationDataType"), "type " + kind.getKey());
        }
    }

    @Test
    void namesOccurOnce() throws Exception {
        for (Description description : List.of(
                of(SnpReportEncoder.valid(5)),
                of(QuoteEncoder.version5(TdReportEncoder.valid(TdReportEncoder.Kind.TD_1_5_EX))))) {
            List<String> names = description.sections().stream()
                    .flatMap(section -> section.fields().stream())
                    .map(Field::name)
                    .toList();
            assertEquals(names.stream().distinct().toList(), names);
            assertEquals(names.size() + 3, description.members().size());
        }
    }

    @Test
    void evidenceDescribesItself() throws Exception {
        AttestationReport report =
                AttestationReport.decode(SnpReportEncoder.valid(3).encode());
        assertEquals(
                ReportDescription.of(report, Optional.empty()),
                new SnpEvidence(report, Optional.empty(), report.raw()).describe());
        TdxEvidence quote =
                (TdxEvidence) Evidence.decode(QuoteEncoder.version4(TdReportEncoder.valid(TdReportEncoder.Kind.TD_1_0))
                        .encode());
        assertEquals(QuoteDescription.of(quote.quote()), quote.describe());
    }
}
