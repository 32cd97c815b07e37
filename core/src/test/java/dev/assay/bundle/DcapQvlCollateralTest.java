package dev.assay.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.Finding;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DcapQvlCollateralTest {
    private static final List<String> NAMES = List.of(
            "pck_crl_issuer_chain",
            "root_ca_crl",
            "pck_crl",
            "tcb_info_issuer_chain",
            "tcb_info",
            "tcb_info_signature",
            "qe_identity_issuer_chain",
            "qe_identity",
            "qe_identity_signature",
            "pck_certificate_chain");

    private static Bytes ascii(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theFieldsAreThoseOfQuoteCollateralV3InItsOrder() throws BundleException {
        String text = DcapQvlCollateral.of(MintedBundles.tdx());
        int position = 0;
        for (String name : NAMES) {
            position = text.indexOf("\"" + name + "\": \"", position);
            assertTrue(position > 0, name);
        }
    }

    @Test
    void theExportVerifiesTheQuote() throws Exception {
        Bundle bundle = MintedBundles.tdx();
        Bundle imported = Bundle.at(bundle.at())
                .evidence(bundle.evidence().orElseThrow())
                .add("collateral.json", ascii(DcapQvlCollateral.of(bundle)))
                .build();
        assertTrue(imported.verify(MintedBundles.verifier()).verified().isPresent());
        assertEquals(DcapQvlCollateral.of(bundle), DcapQvlCollateral.of(imported));
    }

    static Stream<TdxSimulator> machines() {
        TdxSimulator right = TdxSimulator.create();
        return Stream.of(
                right,
                right.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE),
                right.belowAllLevels(TcbPart.QUOTING_ENCLAVE),
                right.revoking(IntelCertificate.PCK),
                right.revoking(IntelCertificate.PCK_CA),
                right.revoking(IntelCertificate.TCB_SIGNING));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theExportGivesTheVerdictThatTheBundleGives(TdxSimulator machine) throws Exception {
        Bundle bundle = MintedBundles.tdx(machine);
        Bundle imported = Bundle.at(bundle.at())
                .evidence(bundle.evidence().orElseThrow())
                .add("collateral.json", ascii(DcapQvlCollateral.of(bundle)))
                .build();
        var own = bundle.verify(MintedBundles.verifier());
        var again = imported.verify(MintedBundles.verifier());
        assertEquals(own.getClass(), again.getClass());
        assertEquals(
                own.findings().stream().map(Finding::code).toList(),
                again.findings().stream().map(Finding::code).toList());
    }

    @Test
    void anotherPlatformsLaterCertificateIsNotTakenForTheQuotes() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        Bundle bundle = MintedBundles.tdx(machine);
        TdxSimulator other = machine.platform(right -> right.fmspc(new byte[] {0, 1, 2, 3, 4, 5}))
                .certificate(
                        IntelCertificate.PCK,
                        right -> right.validity(
                                bundle.at().minusSeconds(60), bundle.at().plusSeconds(60)));
        Bundle both = Bundle.at(bundle.at())
                .evidence(bundle.evidence().orElseThrow())
                .addItems(bundle)
                .add("other", Bytes.copyOf(other.pckChain().certificates().get(0)))
                .build();
        assertEquals(DcapQvlCollateral.of(bundle), DcapQvlCollateral.of(both));
    }

    @Test
    void importAndExportKeepEveryItem() throws Exception {
        Bundle bundle = MintedBundles.tdx();
        Endorsements read = Endorsements.of(ascii(DcapQvlCollateral.of(bundle)).toArray());
        assertEquals(List.of(), read.unreadable());
        assertEquals(bundle.endorsements().tcbInfos(), read.tcbInfos());
        assertEquals(bundle.endorsements().qeIdentities(), read.qeIdentities());
        assertEquals(
                List.copyOf(new java.util.HashSet<>(bundle.endorsements().crls()))
                        .size(),
                read.crls().size());
        assertTrue(read.certificates().containsAll(bundle.endorsements().certificates()));
    }

    @Test
    void withoutAQuoteThereIsNoPckChain() throws Exception {
        Bundle whole = MintedBundles.tdx();
        Bundle bundle = Bundle.at(whole.at())
                .addItems(whole)
                .add("imported", ascii(chainOnly()))
                .build();
        String text = DcapQvlCollateral.of(bundle);
        assertFalse(text.contains("pck_certificate_chain"));
        assertTrue(text.contains("pck_crl_issuer_chain"));
    }

    /** The authority's certificate, without the leaf's. */
    private static String chainOnly() throws BundleException {
        String text = DcapQvlCollateral.of(MintedBundles.tdx());
        int start = text.indexOf("-----BEGIN");
        return text.substring(start, text.indexOf('"', start)).replace("\\n", "\n");
    }

    @Test
    void theNewestOfThePlatformsOwnIsTaken() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        Bundle older = MintedBundles.tdx(machine);
        Bundle both = Bundle.at(older.at())
                .evidence(older.evidence().orElseThrow())
                .addItems(older)
                .add(
                        "newer",
                        Bytes.copyOf(machine.tcbInfo(info -> info.evaluationNumber(99))
                                .signedTcbInfo()
                                .encode()))
                .build();
        assertTrue(DcapQvlCollateral.of(both).contains("\\\"tcbEvaluationDataNumber\\\":99"));
    }

    @Test
    void whatIsOfAnotherPlatformIsNotTakenHoweverNew() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        Bundle own = MintedBundles.tdx(machine);
        TdxSimulator other = machine.platform(right -> right.fmspc(new byte[] {0, 1, 2, 3, 4, 5}))
                .tcbInfo(info -> info.fmspc("000102030405").evaluationNumber(999));
        Bundle both = Bundle.at(own.at())
                .evidence(own.evidence().orElseThrow())
                .addItems(own)
                .add("other", Bytes.copyOf(other.signedTcbInfo().encode()))
                .build();
        assertEquals(DcapQvlCollateral.of(own), DcapQvlCollateral.of(both));
    }

    @Test
    void aMissingTcbInfoIsNamedWithItsPlatform() {
        Bundle whole = MintedBundles.tdx();
        Bundle bundle = new Bundle(
                whole.at(),
                whole.evidence(),
                whole.items().stream()
                        .filter(item -> item.kind() != ItemKind.TCB_INFO)
                        .toList(),
                Optional.empty());
        BundleException e = assertThrows(BundleException.class, () -> DcapQvlCollateral.of(bundle));
        assertTrue(String.valueOf(e.getMessage()).contains("a TCB info for TDX and FMSPC b0c06f000000"), e.toString());
    }

    @ParameterizedTest
    @EnumSource(names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
    void whatIsMissingIsNamed(ItemKind kind) {
        Bundle whole = MintedBundles.tdx();
        Bundle bundle = new Bundle(
                whole.at(),
                whole.evidence(),
                whole.items().stream().filter(item -> item.kind() != kind).toList(),
                Optional.empty());
        BundleException e = assertThrows(BundleException.class, () -> DcapQvlCollateral.of(bundle));
        assertEquals("endorsements", e.path());
    }

    @Test
    void aReportHasNoSuchCollateral() {
        assertEquals(
                "evidence",
                assertThrows(BundleException.class, () -> DcapQvlCollateral.of(MintedBundles.snp()))
                        .path());
    }

    private static BundleException refused(Bundle bundle) {
        return assertThrows(BundleException.class, () -> DcapQvlCollateral.of(bundle));
    }

    /** The machine's own is signed by the authority for platforms. */
    @Test
    void aLaterListOfAnotherAuthorityIsNotTaken() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        Bundle own = MintedBundles.tdx(machine);
        TdxSimulator other = TdxSimulator.create(machine.hierarchy(), PckCa.PROCESSOR)
                .pckCrl(list -> list.thisUpdate(MintedBundles.AT.minusSeconds(1)));
        Bundle both = Bundle.at(own.at())
                .evidence(own.evidence().orElseThrow())
                .addItems(own)
                .add("other", Bytes.copyOf(MintedBundles.quote(other).pckCrl()))
                .build();
        assertEquals(DcapQvlCollateral.of(own), DcapQvlCollateral.of(both));
    }

    @Test
    void aLaterIdentityOfAnotherEnclaveIsNotTaken() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        Bundle own = MintedBundles.tdx(machine);
        Bundle both = Bundle.at(own.at())
                .evidence(own.evidence().orElseThrow())
                .addItems(own)
                .add(
                        "sgx",
                        Bytes.copyOf(machine.qeIdentity(right -> right.forSgx().evaluationNumber(999))
                                .signedQeIdentity()
                                .encode()))
                .build();
        assertEquals(2, both.endorsements().qeIdentities().size());
        assertEquals(DcapQvlCollateral.of(own), DcapQvlCollateral.of(both));
    }

    private static Bundle with(TdxSimulator machine, Optional<Bytes> evidence, byte[]... certificates) {
        BundleBuilder builder = Bundle.at(MintedBundles.AT).addItems(MintedBundles.tdx(machine));
        evidence.ifPresent(builder::evidence);
        for (byte[] certificate : certificates) {
            builder.add("chain", Bytes.copyOf(certificate));
        }
        return builder.build();
    }

    @Test
    void withoutAQuoteThePckCertificateAmongTheItemsCounts() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        byte[][] chain = machine.pckChain().certificates().toArray(byte[][]::new);
        assertEquals(
                DcapQvlCollateral.of(MintedBundles.tdx(machine)),
                DcapQvlCollateral.of(with(machine, Optional.empty(), chain)));
    }

    @Test
    void ofAQuotesChainThePckCertificateCountsWhereverItStands() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        assertEquals(
                DcapQvlCollateral.of(MintedBundles.tdx(machine)),
                DcapQvlCollateral.of(MintedBundles.tdx(machine.chain(PemChain::reversed))));
    }

    /** As quotes are that name their certificate in another way than by its chain. */
    private static Bytes pointing(TdxSimulator machine, int type, byte[] content) {
        return Bytes.copyOf(machine.signed(machine.quoteTemplate(4, machine.reportTemplate(TdReportEncoder.Kind.TD_1_0))
                        .signatureData(data -> data.certification(type, content)))
                .encode());
    }

    @Test
    void aQuoteWithItsPckCertificateAloneIsCompletedFromTheItems() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        List<byte[]> chain = machine.pckChain().certificates();
        Bytes quote = pointing(machine, 4, PemChain.of(chain.get(0)).encode());
        assertEquals(
                DcapQvlCollateral.of(MintedBundles.tdx(machine)),
                DcapQvlCollateral.of(with(machine, Optional.of(quote), chain.get(1), chain.get(2))));
    }

    @Test
    void aQuoteThatHasNoCertificateGivesNoPckChain() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        byte[] authority = machine.pckChain().certificates().get(1);
        String text = DcapQvlCollateral.of(with(machine, Optional.of(pointing(machine, 1, new byte[36])), authority));
        assertFalse(text.contains("pck_certificate_chain"));
        assertTrue(text.contains("pck_crl_issuer_chain"));
    }

    /** The text is the first line of the certificate that Intel publishes. */
    @Test
    void whereNobodyGivesTheRootIntelsIsPutInItsPlace() throws Exception {
        TdxSimulator machine = TdxSimulator.create();
        byte[] authority = machine.pckChain().certificates().get(1);
        String intels = "MIICjzCCAjSgAwIBAgIUImUM1lqdNInzg7SVUr9QGzknBqwwCgYIKoZIzj0EAwIw";
        assertTrue(
                DcapQvlCollateral.of(with(machine, Optional.empty(), authority)).contains(intels));
        assertFalse(DcapQvlCollateral.of(MintedBundles.tdx(machine)).contains(intels));
    }

    @Test
    void theRootsListThatIsMissingIsNamed() {
        Bundle whole = MintedBundles.tdx();
        Bytes rootCrl = Bytes.copyOf(MintedBundles.quote(TdxSimulator.create()).rootCrl());
        Bundle bundle = new Bundle(
                whole.at(),
                whole.evidence(),
                whole.items().stream()
                        .filter(item -> !item.bytes().equals(rootCrl))
                        .toList(),
                Optional.empty());
        assertEquals("lack the revocation list of Intel's root", refused(bundle).problem());
    }

    @Test
    void theAuthoritysCertificateThatIsMissingIsNamed() {
        String problem = refused(with(TdxSimulator.create(), Optional.empty())).problem();
        assertTrue(problem.startsWith("lack the certificate of "), problem);
        assertTrue(problem.contains("CN=Intel SGX PCK Platform CA"), problem);
    }
}
