package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbComponent;
import dev.assay.snp.TcbLayout;
import dev.assay.snp.TcbVersion;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.ExtensionList;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each extension has one right encoding; values are written out in hexadecimal here, as they stand in certificates. */
class VekExtensionReaderTest {
    private static final String ARC = "1.3.6.1.4.1.3704.1.";
    private static final AmdHierarchy MILAN = AmdHierarchy.create(AmdProduct.MILAN, 0);
    private static final AmdHierarchy TURIN = AmdHierarchy.create(AmdProduct.TURIN, 0);
    private static final byte[] CHIP = new byte[64];

    @Test
    void aMilanVcekIsReadWhole() throws Exception {
        VekExtensions read = milan(list -> list).extensions().orElseThrow();
        assertEquals(0, read.structVersion());
        assertEquals("Milan-B0", read.productName());
        assertEquals("Milan", read.productLine());
        assertEquals("04000000000018db", read.tcb().bytes().hex());
        assertEquals(Optional.of(Bytes.copyOf(CHIP)), read.hwId());
        assertEquals(Optional.empty(), read.cspId());
        assertEquals(List.of(), read.unknown());
    }

    @Test
    void aTurinVcekIsReadWhole() throws Exception {
        SnpTcb tcb = SnpTcb.turin(1, 2, 3, 4, 0x85);
        VekExtensionReader reader = reader(TURIN, VekKind.VCEK, tcb, new byte[8], list -> list);
        VekExtensions read = reader.extensions().orElseThrow();
        assertEquals(1, read.structVersion());
        assertEquals("Turin", read.productLine());
        assertEquals("0102030400000085", read.tcb().bytes().hex());
        assertEquals(1, read.tcb().spl(TcbComponent.FMC));
        assertEquals(Optional.of(Bytes.copyOf(new byte[8])), read.hwId());
    }

    @Test
    void aVlekNamesItsProviderAndNoChip() throws Exception {
        VekExtensions read = reader(MILAN, VekKind.VLEK, AmdProduct.MILAN.tcb(), CHIP, list -> list)
                .extensions()
                .orElseThrow();
        assertEquals(Optional.of("CN=cc-simulator.example"), read.cspId());
        assertEquals(Optional.empty(), read.hwId());
        assertEquals("Milan", read.productName());
    }

    @Test
    void theUnnamedPartsOfTheTcbStandWhereTheReportHasThem() throws Exception {
        VekExtensionReader milan = milan(list -> list.with(ARC + "3.4", hex("020111"))
                .with(ARC + "3.5", hex("020122"))
                .with(ARC + "3.6", hex("020133"))
                .with(ARC + "3.7", hex("020144")));
        assertEquals(
                "04001122334418db",
                milan.extensions().orElseThrow().tcb().bytes().hex());
        VekExtensionReader turin = reader(
                TURIN,
                VekKind.VCEK,
                AmdProduct.TURIN.tcb(),
                new byte[8],
                list -> list.with(ARC + "3.5", hex("020122"))
                        .with(ARC + "3.6", hex("020133"))
                        .with(ARC + "3.7", hex("020144")));
        assertEquals(
                "0101010422334451",
                turin.extensions().orElseThrow().tcb().bytes().hex());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "020100=0",
                "020101=1",
                "02017f=127",
                "02020080=128",
                "020200db=219",
                "020200ff=255",
            })
    void aNumberHasItsShortestForm(String valueAndMeaning) throws Exception {
        String[] parts = valueAndMeaning.split("=", 2);
        VekExtensionReader reader = milan(list -> list.with(ARC + "3.3", hex(parts[0])));
        assertEquals(
                Integer.parseInt(parts[1]),
                reader.extensions().orElseThrow().tcb().spl(TcbComponent.SNP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02",
                "0200",
                "0201",
                "020180",
                "0201ff",
                "0202007f",
                "02020018",
                "02020118",
                "02020218",
                "0202ff80",
                "020300ff18",
                "0203000018",
                "030118",
                "0a0118",
                "820118",
                "02011800",
                "0202180000",
                "02020080ff",
                "0203008000",
                "04020118",
                "028118",
                "0281011800",
                "300302010100",
                "0202009f00"
            })
    void aNumberInAnyOtherFormIsRefused(String value) throws Exception {
        for (String part : List.of("1", "3.1", "3.3", "3.4", "3.8")) {
            VekExtensionReader reader = milan(list -> list.with(ARC + part, hex(value)));
            assertEquals(Optional.empty(), reader.extensions());
            assertEquals(1, reader.invalid().size(), reader.invalid().toString());
            assertTrue(reader.invalid().get(0).contains("(" + ARC + part + ") is not an INTEGER of 0 to 255"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 63, 65, 66, 127, 128, 200, 300})
    void aChipsIdentityHasExactlyItsSize(int size) throws Exception {
        VekExtensionReader milan = milan(list -> list.with(ARC + "4", new byte[size]));
        assertEquals(List.of("HW_ID (" + ARC + "4) has " + size + " bytes, expected 64"), milan.invalid());
        assertEquals(Optional.empty(), milan.extensions());
        if (size != 8) {
            VekExtensionReader turin = reader(
                    TURIN,
                    VekKind.VCEK,
                    AmdProduct.TURIN.tcb(),
                    new byte[8],
                    list -> list.with(ARC + "4", new byte[size]));
            assertEquals(1, turin.invalid().size());
        }
    }

    @Test
    void aChipsIdentityInAWrapperOfItsOwnIsRefused() throws Exception {
        assertEquals(
                1,
                milan(list -> list.with(ARC + "4", hex("0440" + "00".repeat(64))))
                        .invalid()
                        .size());
        assertEquals(
                1,
                milan(list -> list.with(ARC + "4", hex("043e" + "00".repeat(62)))).extensions().stream()
                        .filter(read -> read.hwId().orElseThrow().hex().startsWith("043e"))
                        .count(),
                "64 bytes are what they are");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "16",
                "1600",
                "1601",
                "160141ff",
                "160241",
                "16024100",
                "0c0141",
                "130141",
                "1e0141",
                "16811041",
                "16011f",
                "16017f",
                "160180",
                "1602410a",
                "041601"
            })
    void aTextMustBePrintableAsciiOfTheRightType(String value) throws Exception {
        VekExtensionReader product = milan(list -> list.with(ARC + "2", hex(value)));
        assertEquals(1, product.invalid().size(), value);
        assertTrue(
                product.invalid().get(0).startsWith("PRODUCT_NAME (" + ARC + "2) "),
                product.invalid().toString());
        assertEquals(Optional.empty(), product.extensions());
        VekExtensionReader provider =
                reader(MILAN, VekKind.VLEK, AmdProduct.MILAN.tcb(), CHIP, list -> list.with(ARC + "5", hex(value)));
        assertEquals(1, provider.invalid().size(), value);
        assertEquals(Optional.empty(), provider.extensions());
    }

    @Test
    void aTextHasOneTo127Characters() throws Exception {
        assertEquals("A", text("160141").orElseThrow());
        assertEquals(" ~", text("1602207e").orElseThrow());
        assertEquals("B".repeat(127), text("167f" + "42".repeat(127)).orElseThrow());
        assertEquals(Optional.empty(), text("1680" + "42".repeat(128)));
        assertEquals(Optional.empty(), text("168180" + "42".repeat(128)));
    }

    @Test
    void everyOneThatIsMissingIsNamed() throws Exception {
        for (VekOid oid : VekOid.values()) {
            boolean milan = oid != VekOid.FMC_SPL && oid != VekOid.CSP_ID;
            if (milan) {
                VekExtensionReader reader = milan(list -> list.without(oid.oid()));
                assertEquals(List.of(oid + " (" + oid.oid() + ")"), reader.missing());
                assertEquals(Optional.empty(), reader.extensions());
            }
        }
        VekExtensionReader none = milan(list -> ExtensionList.of());
        assertEquals(11, none.missing().size());
        assertEquals(List.of(), none.invalid());
    }

    @Test
    void oneThatStandsTwiceMakesTheCertificateUnreadable() {
        for (VekOid oid : VekOid.values()) {
            if (oid != VekOid.FMC_SPL && oid != VekOid.CSP_ID) {
                assertThrows(UnreadableException.class, () -> milan(list -> list.duplicated(oid.oid())), oid.oid());
            }
        }
    }

    @Test
    void whatBelongsToAnotherKindOrProductIsRefused() throws Exception {
        VekExtensionReader vlek = new VekExtensionReader(
                read(MILAN, VekKind.VCEK, AmdProduct.MILAN.tcb(), CHIP, list -> list),
                SigningKey.VLEK,
                TcbLayout.MILAN_GENOA);
        assertEquals(List.of("CSP_ID (" + ARC + "5)"), vlek.missing());
        assertEquals(List.of("HW_ID (" + ARC + "4) does not belong in a VLEK of this product"), vlek.invalid());
        VekExtensionReader turin = new VekExtensionReader(
                read(MILAN, VekKind.VCEK, AmdProduct.MILAN.tcb(), CHIP, list -> list),
                SigningKey.VCEK,
                TcbLayout.TURIN);
        assertEquals(List.of("FMC_SPL (" + ARC + "3.9)"), turin.missing());
        assertEquals(2, turin.invalid().size(), "spl4, and an identity of 64 bytes: " + turin.invalid());
    }

    @Test
    void unknownOnesAreListedCriticalOrNot() throws Exception {
        CertificateExtension plain = CertificateExtension.of(ARC + "10", false, hex("0500"));
        CertificateExtension critical = CertificateExtension.of(ARC + "11", true, hex("0500"));
        VekExtensionReader reader = milan(list -> list.and(plain).and(critical));
        assertEquals(List.of(ARC + "11", ARC + "10"), reader.unknown());
        assertEquals(reader.unknown(), reader.extensions().orElseThrow().unknown());
    }

    @Test
    void aKnownOneIsReadThoughItIsMarkedCritical() throws Exception {
        assertTrue(milan(list -> list.marked(ARC + "4", true)).extensions().isPresent());
    }

    @Test
    void theProductLineIsWhatStandsBeforeTheHyphen() {
        assertEquals("Milan", productLine("Milan-B0-x"));
        assertEquals("Milan", productLine("Milan"));
        assertEquals("", productLine("-Milan"));
    }

    private static String productLine(String name) {
        TcbVersion tcb = new TcbVersion(TcbLayout.TURIN, Bytes.fromHex("0000000000000000"));
        return new VekExtensions(0, name, tcb, Optional.empty(), Optional.empty(), List.of()).productLine();
    }

    private static Optional<String> text(String value) throws Exception {
        return milan(list -> list.with(ARC + "2", hex(value))).extensions().map(VekExtensions::productName);
    }

    private static VekExtensionReader milan(UnaryOperator<ExtensionList> change) throws Exception {
        return reader(MILAN, VekKind.VCEK, AmdProduct.MILAN.tcb(), CHIP, change);
    }

    private static VekExtensionReader reader(
            AmdHierarchy amd, VekKind kind, SnpTcb tcb, byte[] hwId, UnaryOperator<ExtensionList> change)
            throws Exception {
        return new VekExtensionReader(
                read(amd, kind, tcb, hwId, change),
                kind == VekKind.VCEK ? SigningKey.VCEK : SigningKey.VLEK,
                amd.product() == AmdProduct.TURIN ? TcbLayout.TURIN : TcbLayout.MILAN_GENOA);
    }

    private static X509Certificate read(
            AmdHierarchy amd, VekKind kind, SnpTcb tcb, byte[] hwId, UnaryOperator<ExtensionList> change)
            throws Exception {
        byte[] der = amd.leafTemplate(kind, tcb, hwId).extensions(change).sign(amd.leafSigner(kind));
        return new X509Reader().certificate(Bytes.copyOf(der));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
