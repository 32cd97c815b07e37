package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.SgxPlatform;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SGX extension of PCK certificates, entry by entry. */
class PckExtensionReaderTest {
    private static final IntelHierarchy INTEL = IntelHierarchy.create(0);
    private static final SgxPlatform PLATFORM = SgxPlatform.valid(0)
            .components(List.of(0, 1, 127, 128, 255, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
            .pceSvn(40000)
            .sgxType(2)
            .configuration(true, false, true);

    @Test
    void everyValueIsReadExactly() {
        PckExtensions read = read(PckCa.PLATFORM, sgx -> sgx).extensions().orElseThrow();
        assertEquals("00017f80ff05060708090a0b0c0d0e0f", read.componentSvns().hex());
        assertEquals(40000, read.pceSvn());
        assertEquals(hex(PLATFORM.ppid()), read.ppid().hex());
        assertEquals(hex(PLATFORM.cpuSvn()), read.cpuSvn().hex());
        assertEquals(hex(PLATFORM.pceId()), read.pceId().hex());
        assertEquals(hex(PLATFORM.fmspc()), read.fmspc().hex());
        assertEquals(Optional.of(SgxType.SCALABLE_WITH_INTEGRITY), read.sgxType());
        assertEquals(
                hex(PLATFORM.instanceId()),
                read.platformInstanceId().orElseThrow().hex());
        assertEquals(Optional.of(new PlatformConfiguration(true, false, true)), read.configuration());
        assertEquals(IntelAuthority.PLATFORM_CA, read.issuer());
    }

    @Test
    void certificatesOfTheProcessorCaHaveFiveEntries() {
        PckExtensions read = read(PckCa.PROCESSOR, sgx -> sgx).extensions().orElseThrow();
        assertEquals(Optional.empty(), read.platformInstanceId());
        assertEquals(IntelAuthority.PROCESSOR_CA, read.issuer());
    }

    @Test
    void theFourThatAreJudgedAreReadAndAreNotComplete() {
        PckExtensions read = read(PckCa.PROCESSOR, sgx -> sgx.without(SgxExtension.SGX_TYPE))
                .extensions()
                .orElseThrow();
        assertEquals(Optional.empty(), read.sgxType());
        assertFalse(read.complete());
        assertTrue(read(PckCa.PROCESSOR, sgx -> sgx).extensions().orElseThrow().complete());
        for (String oid : List.of(SgxExtension.PPID, SgxExtension.TCB, SgxExtension.PCE_ID, SgxExtension.FMSPC)) {
            assertEquals(
                    Optional.empty(),
                    read(PckCa.PROCESSOR, sgx -> sgx.without(oid)).extensions(),
                    oid);
        }
    }

    @ParameterizedTest
    @EnumSource(PckCa.class)
    void theOrderOfEntriesIsFree(PckCa ca) {
        assertEquals(
                read(ca, sgx -> sgx).extensions(),
                read(ca, sgx -> sgx.reversed().reversed(SgxExtension.TCB)).extensions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".1", ".2", ".2.1", ".2.16", ".2.17", ".2.18", ".3", ".4", ".5", ".6", ".7", ".7.1", ".7.2", ".7.3"
            })
    void anEntryThatIsMissingTwiceThereOrOfAnotherTypeIsRefused(String suffix) {
        String oid = SgxExtension.OID + suffix;
        refused(sgx -> sgx.without(oid));
        refused(sgx -> sgx.duplicated(oid));
        refused(sgx -> sgx.with(oid, HexFormat.of().parseHex("0500")));
        refused(sgx -> sgx.renamed(oid, SgxExtension.OID + ".9"));
    }

    @ParameterizedTest
    @CsvSource({
        ".1, 040f000000000000000000000000000000",
        ".1, 04810f000000000000000000000000000000",
        ".2.1, 02020100",
        ".2.1, 0201ff",
        ".2.1, 02020001",
        ".2.1, 0200",
        ".2.1, 02810101",
        ".2.17, 0203010000",
        ".2.17, 02050000000001",
        ".2.18, 040100",
        ".3, 0403000000",
        ".4, 0405b0c06f0000",
        ".5, 0a0103",
        ".5, 020100",
        ".7.1, 010101",
        ".7.1, 0100",
        ".7.1, 0102ffff"
    })
    void aValueOfAnotherSizeRangeOrEncodingIsRefused(String suffix, String der) {
        refused(sgx -> sgx.with(SgxExtension.OID + suffix, HexFormat.of().parseHex(der)));
    }

    @Test
    void theFaultNamesTheEntry() {
        fault(
                "component SVN 16: tag 0x05 where INTEGER is expected",
                sgx -> sgx.with(SgxExtension.component(15), HexFormat.of().parseHex("0500")));
        fault(
                "PCESVN: 65536 is above 65535",
                sgx -> sgx.with(SgxExtension.PCE_SVN, HexFormat.of().parseHex("0203010000")));
        fault(
                "FMSPC: an OCTET STRING of 5 bytes, expected 6",
                sgx -> sgx.with(SgxExtension.FMSPC, HexFormat.of().parseHex("0405b0c06f0000")));
        fault(
                "SGX type: no meaning is known for 3",
                sgx -> sgx.with(SgxExtension.SGX_TYPE, HexFormat.of().parseHex("0a0103")));
        fault("the SGX extension has 6 entries, expected 5 or 7", sgx -> sgx.without(SgxExtension.FMSPC));
        fault("TCB has 17 entries, expected 18", sgx -> sgx.without(SgxExtension.component(3)));
        fault("more than 18 elements", sgx -> sgx.duplicated(SgxExtension.component(3)));
        fault(
                "FMSPC: SGX extension: FMSPC (.4) is missing",
                sgx -> sgx.renamed(SgxExtension.FMSPC, SgxExtension.OID + ".9"));
        fault(
                "TCB: entry .4 stands there twice",
                sgx -> sgx.renamed(SgxExtension.component(4), SgxExtension.component(3)));
        fault(
                "TCB: an entry with a foreign OID",
                sgx -> sgx.renamed(SgxExtension.component(4), SgxExtension.OID + ".3.5"));
        fault(
                "TCB: an entry with a foreign OID",
                sgx -> sgx.renamed(SgxExtension.component(4), SgxExtension.component(4) + ".1"));
    }

    @Test
    void aCertificateWithoutTheExtensionHasNone() {
        PckExtensionReader reader = new PckExtensionReader(
                Endorsements.of(INTEL.ca(PckCa.PLATFORM)).certificates().get(0));
        assertTrue(reader.extensions().isEmpty());
        assertEquals("there is no SGX extension", reader.fault());
        assertEquals("", read(PckCa.PLATFORM, sgx -> sgx).fault());
    }

    private static void fault(String expected, UnaryOperator<SgxExtension> change) {
        assertEquals(expected, read(PckCa.PLATFORM, change).fault());
    }

    private static void refused(UnaryOperator<SgxExtension> change) {
        PckExtensionReader reader = read(PckCa.PLATFORM, change);
        assertTrue(reader.extensions().isEmpty());
        assertFalse(reader.fault().isEmpty());
    }

    private static PckExtensionReader read(PckCa ca, UnaryOperator<SgxExtension> change) {
        byte[] certificate = INTEL.pckTemplate(ca, change.apply(SgxExtension.of(ca, PLATFORM)))
                .sign(INTEL.caSigner(ca));
        return new PckExtensionReader(
                Endorsements.of(certificate).certificates().get(0));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
