package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Finding;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.IntelNames;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.TdxSimulator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotes that do not bring their chain, and chains that are not what they should be. */
class TdxGivenChainTest {
    private static final TdxSimulator MACHINE = TdxCases.MACHINE;
    private static final IntelHierarchy INTEL = MACHINE.hierarchy();
    private static final IntelHierarchy IMPOSTOR = IntelHierarchy.impostor(0);
    private static final byte[] LEAF = INTEL.pck(PckCa.PLATFORM, MACHINE.platform());
    private static final byte[] CA = INTEL.ca(PckCa.PLATFORM);
    private static final byte[] OTHER_LEAF = IntelHierarchy.create(9).pck(PckCa.PLATFORM, MACHINE.platform());

    private static TdxMinted pointing(int type, byte[] content, byte[]... given) {
        TdxMinted minted = TdxCases.tampered(data -> data.certification(type, content));
        return given.length == 0 ? minted : minted.and(PemChain.of(given).encode());
    }

    private static TdxMinted bringing(byte[]... chain) {
        return pointing(5, PemChain.of(chain).encode());
    }

    @ParameterizedTest
    @CsvSource({"1, 36", "2, 276", "3, 404"})
    void aQuoteThatOnlyPointsAtItsPckIsVerifiedWithTheChainThatIsGiven(int type, int size) {
        VerifiedQuote verified = pointing(type, new byte[size], LEAF, CA).verified();
        assertEquals(List.of(), verified.findings());
        assertEquals(IntelNames.PCK, commonName(verified, 0));
        assertEquals("Intel SGX PCK Platform CA", commonName(verified, 1));
        assertEquals(IntelNames.ROOT, commonName(verified, 2));
        assertEquals(IntelNames.TCB_SIGNING, commonName(verified, 3));
    }

    @Test
    void aQuoteWithItsLeafAloneIsCompletedFromWhatIsGiven() {
        byte[] leaf = PemChain.of(LEAF).encode();
        assertEquals(List.of(), pointing(4, leaf, CA).verified().findings());
        assertMissing(
                "the certificate of C=US,ST=CA,L=Santa Clara,O=Intel Corporation,CN=Intel SGX PCK Platform CA",
                pointing(4, leaf));
    }

    /** Of several roots under one name, Intel's and a pre-production one, say, the one that signed is meant. */
    @Test
    void aChainThatIsGivenEndsAtTheAnchorWhoseKeySignedIt() {
        byte[] right = MACHINE.hierarchy().root();
        byte[] foreign = IMPOSTOR.root();
        for (byte[] roots : List.of(
                PemChain.of(foreign, right).encode(),
                PemChain.of(right, foreign).encode())) {
            assertEquals(
                    List.of(),
                    pointing(1, new byte[36], LEAF, CA)
                            .trusting(roots)
                            .verified()
                            .findings());
        }
        assertEquals(
                Set.of("tdx.chain.signature", "tdx.crl.signature", "tdx.signer.untrusted"),
                pointing(1, new byte[36], LEAF, CA).trusting(foreign).failing());
    }

    @Test
    void aPlatformManifestDoesNotPointAtAPckWhateverIsGiven() {
        Outcome<VerifiedQuote> outcome = pointing(
                        7, PemChain.of(LEAF, CA, INTEL.root()).encode(), LEAF, CA)
                .verify();
        assertInstanceOf(Rejected.class, outcome);
        assertEquals(Set.of("tdx.chain.form"), TdxMinted.failing(outcome));
        assertEquals("type 7, a platform manifest", outcome.findings().get(0).actual());
    }

    @Test
    void theLeafAloneMustBeOnePckCertificate() {
        assertEquals(
                Set.of("tdx.chain.roles"),
                pointing(4, PemChain.of(CA).encode(), CA).failing());
        assertEquals(
                Set.of("tdx.chain.form"),
                pointing(4, PemChain.of(LEAF, CA).encode(), CA).failing());
        assertEquals(Set.of("tdx.chain.form"), pointing(4, new byte[] {'x'}, CA).failing());
    }

    @Test
    void ofSeveralLeavesTheOneThatSignedTheEnclavesReportIsTaken() {
        for (byte[][] given : List.of(new byte[][] {OTHER_LEAF, LEAF, CA}, new byte[][] {CA, LEAF, OTHER_LEAF})) {
            assertEquals(List.of(), pointing(1, new byte[36], given).verified().findings());
        }
        assertEquals(
                Set.of("tdx.qe.report-signature"),
                pointing(1, new byte[36], OTHER_LEAF, CA).failing());
    }

    @Test
    void ofSeveralIssuersTheOneThatSignedTheLeafIsTaken() {
        byte[] impostor = IMPOSTOR.ca(PckCa.PLATFORM);
        for (byte[][] given : List.of(new byte[][] {impostor, LEAF, CA}, new byte[][] {LEAF, CA, impostor})) {
            assertEquals(List.of(), pointing(1, new byte[36], given).verified().findings());
        }
        assertEquals(
                Set.of("tdx.chain.signature", "tdx.crl.signature"),
                pointing(1, new byte[36], LEAF, impostor).failing());
    }

    @Test
    void withoutAPckCertificateOrItsIssuerNothingIsConcluded() {
        assertMissing("the PCK certificate", pointing(1, new byte[36], CA));
        assertMissing(
                "the certificate of C=US,ST=CA,L=Santa Clara,O=Intel Corporation,CN=Intel SGX PCK Platform CA",
                pointing(1, new byte[36], LEAF));
    }

    @Test
    void aLeafInTheNameOfTheRootHasNoIssuerToBeGiven() {
        byte[] leaf = INTEL.pckTemplate(PckCa.PLATFORM, SgxExtension.of(PckCa.PLATFORM, MACHINE.platform()))
                .issuer(IntelNames.of(IntelNames.ROOT))
                .sign(INTEL.rootSigner());
        assertMissing(
                "the certificate of C=US,ST=CA,L=Santa Clara,O=Intel Corporation,CN=Intel SGX Root CA",
                pointing(1, new byte[36], leaf, CA));
    }

    @Test
    void noMoreThanSixteenOfANameAreLookedAt() {
        byte[][] fifteen = others(15, LEAF, CA);
        assertEquals(List.of(), pointing(1, new byte[36], fifteen).verified().findings());
        assertEquals(
                Set.of("tdx.qe.report-signature"),
                pointing(1, new byte[36], others(16, LEAF, CA)).failing());
    }

    private static byte[][] others(int count, byte[]... then) {
        Stream<byte[]> others = Stream.iterate(100, seed -> seed + 1)
                .limit(count)
                .map(seed -> IntelHierarchy.create(seed).pck(PckCa.PLATFORM, MACHINE.platform()));
        return Stream.concat(others, Stream.of(then)).toArray(byte[][]::new);
    }

    @Test
    void aChainInTheQuoteIsNotCompletedFromWhatIsGiven() {
        assertEquals(
                Set.of("tdx.chain.form"), bringing(LEAF, CA).and(INTEL.root()).failing());
    }

    @Test
    void theChainIsExactlyThreeDifferentCertificates() {
        byte[] root = INTEL.root();
        assertEquals(List.of(), bringing(LEAF, CA, root).verified().findings());
        for (TdxMinted other : List.of(
                bringing(LEAF),
                bringing(LEAF, CA, CA),
                bringing(LEAF, CA, root, root),
                bringing(LEAF, CA, root, INTEL.tcbSigning()))) {
            assertEquals(Set.of("tdx.chain.form"), other.failing());
        }
    }

    @Test
    void theFindingSaysWhatTheCertificationDataIs() {
        byte[] root = INTEL.root();
        assertEquals("2 certificates", actual(bringing(LEAF, CA, CA)));
        byte[] stray = PemChain.of(LEAF, CA, root).tail((byte) 'x').encode();
        assertEquals("3 blocks, other text between or behind them", actual(pointing(5, stray)));
        String broken = actual(bringing(LEAF, CA, new byte[] {0x30, 0}));
        assertTrue(broken.startsWith("2 certificates, [certification data"), broken);
        String roles = actual(bringing(LEAF, CA, INTEL.tcbSigning()));
        assertTrue(roles.contains("CN=Intel SGX TCB Signing"), roles);
        assertTrue(roles.contains("CN=Intel SGX PCK Platform CA"), roles);
    }

    private static String actual(TdxMinted minted) {
        return minted.verify().findings().get(0).actual();
    }

    @Test
    void eachOfTheThreeHasItsOwnRole() {
        byte[] root = INTEL.root();
        byte[] processor = INTEL.ca(PckCa.PROCESSOR);
        for (TdxMinted other : List.of(
                bringing(LEAF, OTHER_LEAF, root),
                bringing(LEAF, CA, processor),
                bringing(CA, processor, root),
                bringing(LEAF, root, INTEL.olderRoot()),
                bringing(LEAF, CA, INTEL.tcbSigning()))) {
            assertEquals(Set.of("tdx.chain.roles"), other.failing());
        }
    }

    @Test
    void theIssuerOfTheOtherNameIsNotTheLeafsIssuer() {
        assertEquals(
                Set.of("tdx.chain.roles", "tdx.crl.missing"),
                bringing(LEAF, INTEL.ca(PckCa.PROCESSOR), INTEL.root()).failing());
    }

    @Test
    void anImpostorsChainIsUntrustedWhoeverSignedWhat() {
        TdxSimulator machine = TdxSimulator.create(IMPOSTOR, PckCa.PLATFORM);
        TdxMinted foreign = TdxMinted.of(machine).trusting(INTEL.root());
        assertInstanceOf(Rejected.class, foreign.verify());
        assertEquals(Set.of("tdx.chain.untrusted", "tdx.crl.signature", "tdx.signer.untrusted"), foreign.failing());
        assertEquals(List.of(), TdxMinted.of(machine).verified().findings());
    }

    private static void assertMissing(String expected, TdxMinted minted) {
        Outcome<VerifiedQuote> outcome = minted.verify();
        assertInstanceOf(Indeterminate.class, outcome);
        Finding finding = outcome.findings().get(0);
        assertEquals("tdx.chain.missing", finding.code());
        assertEquals(expected, finding.expected());
    }

    private static String commonName(VerifiedQuote verified, int place) {
        return verified.chain().get(place).subject().replaceAll(".*,CN=", "");
    }
}
