package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxSimulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collateral in the forms in which other programs keep it, and lists in the forms in which caches serve them. */
class CollateralImportTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final byte[] ROOT_CRL = MACHINE.hierarchy().rootCrl();
    private static final byte[] PCK_CRL = MACHINE.hierarchy().pckCrl(PckCa.PLATFORM);

    @Test
    void listsAreReadAsDerPemHexadecimalAndBase64() {
        String hex = HexFormat.of().formatHex(ROOT_CRL);
        String base64 = Base64.getMimeEncoder().encodeToString(ROOT_CRL);
        for (byte[] form : List.of(
                ROOT_CRL,
                bytes(hex),
                bytes(hex.toUpperCase(java.util.Locale.ROOT) + "\r\n"),
                bytes("\n" + hex + "\n\0"),
                bytes(base64),
                bytes(base64 + "\n"),
                bytes("-----BEGIN X509 CRL-----\n" + base64 + "\n-----END X509 CRL-----\n"))) {
            Endorsements read = Endorsements.of(form);
            assertEquals(List.of(), read.unreadable());
            assertEquals(1, read.crls().size());
        }
    }

    @Test
    void textThatIsNothingIsRefused() {
        for (String text : List.of("hello", "30", "30zz", "MIIB", "", " ")) {
            assertEquals(1, Endorsements.of(bytes(text)).unreadable().size(), text);
        }
    }

    @Test
    void aListInThePlaceOfAnotherIsRefused() {
        Endorsements.Builder right = Endorsements.builder()
                .addPckCrl("pck", Bytes.copyOf(PCK_CRL))
                .addRootCrl("root", Bytes.copyOf(ROOT_CRL));
        assertEquals(2, right.build().crls().size());
        Endorsements.Builder wrong = Endorsements.builder()
                .addPckCrl("pck", Bytes.copyOf(ROOT_CRL))
                .addRootCrl("root", Bytes.copyOf(PCK_CRL));
        assertEquals(2, wrong.build().unreadable().size());
        assertTrue(wrong.build().crls().isEmpty());
    }

    @Test
    void theFieldsOfDcapAreRead() {
        complete("{\"version\":\"3.1\",\"pck_crl_issuer_chain\":"
                + quoted(pem(MACHINE.hierarchy().root()) + "\0")
                + ",\"root_ca_crl\":" + quoted(HexFormat.of().formatHex(ROOT_CRL))
                + ",\"pck_crl\":" + quoted(Base64.getEncoder().encodeToString(PCK_CRL))
                + ",\"tcb_info_issuer_chain\":" + quoted(pem(MACHINE.hierarchy().tcbSigning()))
                + ",\"tcb_info\":" + quoted(MACHINE.signedTcbInfo().text() + "\0")
                + ",\"qe_identity_issuer_chain\":null"
                + ",\"qe_identity\":" + quoted(MACHINE.signedQeIdentity().text()) + "}");
    }

    @Test
    void bareBodiesWithSeparateSignaturesAreRead() {
        complete("{\"tcb_info_issuer_chain\":" + quoted(pem(MACHINE.hierarchy().tcbSigning()))
                + ",\"root_ca_crl\":" + quoted(HexFormat.of().formatHex(ROOT_CRL))
                + ",\"pck_crl\":" + quoted(HexFormat.of().formatHex(PCK_CRL))
                + ",\"tcb_info\":" + quoted(MACHINE.signedTcbInfo().body())
                + ",\"tcb_info_signature\":" + quoted(MACHINE.signedTcbInfo().signature())
                + ",\"qe_identity\":" + quoted(MACHINE.signedQeIdentity().body())
                + ",\"qe_identity_signature\":"
                + quoted(MACHINE.signedQeIdentity().signature()) + "}");
    }

    @Test
    void theFileOfIntelsClientToolIsRead() {
        complete("{\"platforms\":[],\"collaterals\":{\"version\":4,\"pck_certs\":[],\"tcbinfos\":[{\"fmspc\":\"x\","
                + "\"sgx_tcbinfo\":{\"anything\":1},\"tdx_tcbinfo\":"
                + MACHINE.signedTcbInfo().text().replace(",", ", ").replace("\":", "\": ") + "}],"
                + "\"pckcacrl\":{\"processorCrl\":\"\",\"platformCrl\":"
                + quoted(HexFormat.of().formatHex(PCK_CRL)) + "},\"qeidentity\":\"{}\",\"tdqeidentity\":"
                + quoted(MACHINE.signedQeIdentity().text()) + ",\"certificates\":{"
                + "\"SGX-PCK-Certificate-Issuer-Chain\":{\"PLATFORM\":"
                + quoted(escaped(pem(MACHINE.hierarchy().root()))) + "},\"TCB-Info-Issuer-Chain\":"
                + quoted(escaped(pem(MACHINE.hierarchy().tcbSigning())))
                + ",\"SGX-Enclave-Identity-Issuer-Chain\":\"\"},\"rootcacrl\":"
                + quoted(HexFormat.of().formatHex(ROOT_CRL)) + "}}");
    }

    /** Both sets of Intel's, the lists of both authorities, and chains by authority. */
    @Test
    void nothingOfTheFileOfIntelsClientToolIsLeftOut() {
        byte[] processor = MACHINE.hierarchy().pckCrl(PckCa.PROCESSOR);
        String early = MACHINE.tcbInfo(info -> info.evaluationNumber(21))
                .signedTcbInfo()
                .text();
        String earlyIdentity = MACHINE.qeIdentity(identity -> identity.evaluationNumber(21))
                .signedQeIdentity()
                .text();
        Endorsements read = read("{\"collaterals\":{\"tcbinfos\":[{\"tdx_tcbinfo\":"
                + MACHINE.signedTcbInfo().text() + ",\"tdx_tcbinfo_early\":" + early + "}],\"tdqeidentity\":"
                + quoted(MACHINE.signedQeIdentity().text()) + ",\"tdqeidentity_early\":" + quoted(earlyIdentity)
                + ",\"pckcacrl\":{\"processorCrl\":"
                + quoted(HexFormat.of().formatHex(processor)) + ",\"platformCrl\":"
                + quoted(HexFormat.of().formatHex(PCK_CRL)) + "},\"certificates\":{\"A\":{\"PROCESSOR\":"
                + quoted(escaped(pem(MACHINE.hierarchy().ca(PckCa.PROCESSOR)))) + ",\"PLATFORM\":"
                + quoted(escaped(pem(MACHINE.hierarchy().ca(PckCa.PLATFORM)))) + "},\"B\":"
                + quoted(pem(MACHINE.hierarchy().tcbSigning())) + "},\"rootcacrl\":"
                + quoted(HexFormat.of().formatHex(ROOT_CRL)) + "}}");
        assertEquals(List.of(), read.unreadable());
        assertEquals(
                List.of(20, 21),
                read.tcbInfos().stream().map(TcbInfo::tcbEvaluationDataNumber).toList());
        assertEquals(
                List.of(20, 21),
                read.qeIdentities().stream()
                        .map(QeIdentity::tcbEvaluationDataNumber)
                        .toList());
        assertEquals(
                List.of(IntelAuthority.ROOT, IntelAuthority.PROCESSOR_CA, IntelAuthority.PLATFORM_CA),
                read.crls().stream()
                        .map(crl -> IntelAuthority.named(crl.getIssuerX500Principal())
                                .orElseThrow())
                        .toList());
        assertEquals(
                List.of(IntelAuthority.PROCESSOR_CA, IntelAuthority.PLATFORM_CA, IntelAuthority.TCB_SIGNING),
                read.certificates().stream()
                        .map(one -> IntelAuthority.named(one.getSubjectX500Principal())
                                .orElseThrow())
                        .toList());
    }

    /** A JSON parser reads long text in pieces; the signed bytes are cut out by offsets in the whole of it. */
    @Test
    void theSignedBytesAreFoundInABundleOfAnySize() {
        String info = MACHINE.signedTcbInfo().text();
        for (int size : new int[] {3990, 4000, 8000, 32_700, 32_768, 65_536, 500_000}) {
            Endorsements read = read("{\"collaterals\":{\"tcbinfos\":[{\"sgx_tcbinfo\":" + quoted("x".repeat(size))
                    + ",\"tdx_tcbinfo\":" + info + "}]}}");
            assertEquals(List.of(), read.unreadable());
            assertEquals(
                    ascii(MACHINE.signedTcbInfo().body()),
                    read.tcbInfos().get(0).signed().bytes());
        }
    }

    @Test
    void whatABundleHasNotIsNoFault() {
        for (String text : List.of(
                "{\"collaterals\":{}}",
                "{\"collaterals\":{\"tcbinfos\":[{}],\"pckcacrl\":{},\"certificates\":{}}}",
                "{\"collaterals\":{\"tcbinfos\":[{\"tdx_tcbinfo\":null}],\"tdqeidentity\":\"\"}}",
                "{\"tcb_info\":null,\"qe_identity\":\"\"}")) {
            Endorsements read = read(text);
            assertEquals(List.of(), read.unreadable());
            assertEquals(0, read.tcbInfos().size() + read.qeIdentities().size());
        }
    }

    @Test
    void theFaultNamesTheBundleAndThePart() {
        assertEquals(
                List.of("bundle, tdx_tcbinfo", "bundle, tdqeidentity"),
                read("{\"collaterals\":{\"tcbinfos\":[{\"tdx_tcbinfo\":{}}],\"tdqeidentity\":1}}").unreadable().stream()
                        .map(UnreadableItem::name)
                        .toList());
        assertEquals(
                List.of("bundle, pck_crl_issuer_chain", "bundle, pck_crl", "bundle, root_ca_crl", "bundle, tcb_info"),
                read("{\"pck_crl_issuer_chain\":\"x\",\"pck_crl\":\"x\",\"root_ca_crl\":\"x\",\"tcb_info\":\"x\"}")
                        .unreadable()
                        .stream()
                        .map(UnreadableItem::name)
                        .toList());
    }

    @Test
    void anIssuerChainOfThePckIsAddedWithTheRest() {
        Endorsements read = read("{\"tcb_info\":null,\"pck_certificate_chain\":"
                + quoted(pem(MACHINE.hierarchy().ca(PckCa.PLATFORM))
                        + pem(MACHINE.hierarchy().root()))
                + ",\"qe_identity_issuer_chain\":"
                + quoted(pem(MACHINE.hierarchy().tcbSigning())) + "}");
        assertEquals(3, read.certificates().size());
    }

    @Test
    void aBrokenPartOfABundleIsReportedAndTheRestRead() {
        Endorsements read = read("{\"tcb_info\":" + quoted("{}") + ",\"qe_identity\":"
                + quoted(MACHINE.signedQeIdentity().text()) + ",\"root_ca_crl\":"
                + quoted(HexFormat.of().formatHex(PCK_CRL)) + "}");
        assertEquals(2, read.unreadable().size());
        assertEquals(1, read.qeIdentities().size());
    }

    private static void complete(String bundle) {
        Endorsements read = read(bundle);
        assertEquals(List.of(), read.unreadable());
        assertEquals(1, read.tcbInfos().size());
        assertEquals(
                ascii(MACHINE.signedTcbInfo().body()),
                read.tcbInfos().get(0).signed().compact());
        assertEquals(1, read.qeIdentities().size());
        assertEquals(2, read.crls().size());
        assertTrue(read.certificates().stream()
                .anyMatch(certificate ->
                        certificate.getSubjectX500Principal().equals(IntelAuthority.TCB_SIGNING.subject())));
    }

    private static Endorsements read(String text) {
        return Endorsements.builder().add("bundle", ascii(text)).build();
    }

    private static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    /** As headers are, but with plus signs as they stand. */
    private static String escaped(String pem) {
        return pem.replace(" ", "%20")
                .replace("\r\n", "%0A")
                .replace("\n", "%0A")
                .replace("=", "%3D");
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")
                        .replace("\0", "\\u0000")
                + '"';
    }

    private static Bytes ascii(String text) {
        return Bytes.copyOf(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
