package dev.assay.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.policy.Baseline;
import dev.assay.result.AttestationResult;
import dev.assay.result.ResultSummary;
import dev.assay.snp.CertificateTable;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Rejected;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static Bytes ascii(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Bundle again(Bundle bundle) throws BundleException {
        return Bundle.read(bundle.write());
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        for (Bundle bundle : List.of(MintedBundles.snp(), MintedBundles.tdx())) {
            assertEquals(bundle, again(bundle));
            assertEquals(bundle.write(), again(bundle).write());
        }
    }

    @Test
    void theVerdictIsReachedAgainFromTheFileAlone() throws Exception {
        assertInstanceOf(
                VerifiedReport.class,
                again(MintedBundles.snp()).verify(MintedBundles.verifier()).orElseThrow());
        assertInstanceOf(
                VerifiedQuote.class,
                again(MintedBundles.tdx()).verify(MintedBundles.verifier()).orElseThrow());
    }

    @Test
    void noTrustAnchorIsTakenFromABundle() throws Exception {
        Bundle withRoot = Bundle.at(MintedBundles.AT)
                .evidence(MintedBundles.snp().evidence().orElseThrow())
                .addItems(MintedBundles.snp())
                .add("root", Bytes.copyOf(MintedBundles.snpEvidence().root()))
                .build();
        assertInstanceOf(Rejected.class, withRoot.verify(dev.assay.Verifier.standard()));
    }

    @Test
    void anItemThatIsMissingIsMissedAgain() throws Exception {
        Bundle whole = MintedBundles.tdx();
        List<BundleItem> fewer = whole.items().stream()
                .filter(item -> item.kind() != ItemKind.CRL)
                .toList();
        Bundle bundle = new Bundle(whole.at(), whole.evidence(), fewer, Optional.empty());
        assertInstanceOf(Indeterminate.class, again(bundle).verify(MintedBundles.verifier()));
    }

    @Test
    void theOrderOfAddingAndTheWrappingsDoNotMatter() {
        Bundle bundle = MintedBundles.snp();
        byte[] leaf = MintedBundles.snpEvidence().leaf();
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(leaf)
                + "\n-----END CERTIFICATE-----\n";
        Bundle other = Bundle.at(MintedBundles.AT)
                .add("z", Bytes.copyOf(leaf))
                .add("crl.der", Bytes.copyOf(MintedBundles.snpEvidence().crl()))
                .add("vcek.der", ascii(pem))
                .add("ask.der", Bytes.copyOf(MintedBundles.snpEvidence().intermediate()))
                .evidence(bundle.evidence().orElseThrow())
                .build();
        assertEquals(bundle, other);
        assertEquals(bundle.write(), other.write());
    }

    @Test
    void oneItemHoldsOneThing() {
        List<ItemKind> kinds =
                MintedBundles.tdx().items().stream().map(BundleItem::kind).toList();
        assertEquals(
                List.of(ItemKind.CERTIFICATE, ItemKind.CRL, ItemKind.CRL, ItemKind.TCB_INFO, ItemKind.QE_IDENTITY),
                kinds);
    }

    @Test
    void documentsAreKeptAsTheyAreServed() {
        Bytes served = Bytes.copyOf(MintedBundles.quote(dev.assay.testvectors.intel.TdxSimulator.create())
                .tcbInfo());
        assertTrue(MintedBundles.tdx().items().stream()
                .anyMatch(
                        item -> item.kind() == ItemKind.TCB_INFO && item.bytes().equals(served)));
    }

    @Test
    void aFormattedDocumentKeepsTheBytesOfItsBody() {
        String text = new String(
                        MintedBundles.quote(dev.assay.testvectors.intel.TdxSimulator.create())
                                .tcbInfo(),
                        StandardCharsets.US_ASCII)
                .replace(",\"", ", \"");
        Bundle bundle = Bundle.at(MintedBundles.AT).add("x", ascii(text)).build();
        assertEquals(
                Endorsements.of(ascii(text).toArray()).tcbInfos(),
                bundle.endorsements().tcbInfos());
    }

    @Test
    void whatCannotBeReadStaysAndIsRefusedAgain() throws Exception {
        Bundle whole = MintedBundles.snp();
        Bundle bundle = Bundle.at(whole.at())
                .evidence(whole.evidence().orElseThrow())
                .addItems(whole)
                .add("notes.txt", ascii("hello"))
                .build();
        assertEquals(
                ItemKind.OTHER, bundle.items().get(bundle.items().size() - 1).kind());
        assertInstanceOf(Rejected.class, again(bundle).verify(MintedBundles.verifier()));
    }

    @Test
    void aSetWhoseItemsCouldNotBeReadIsNoContent() {
        Endorsements set = Endorsements.of(ascii("hello").toArray());
        BundleBuilder builder = Bundle.at(MintedBundles.AT);
        assertThrows(IllegalArgumentException.class, () -> builder.add("x", set));
    }

    @Test
    void aReadSetGivesTheSameBundle() throws Exception {
        Bundle bundle = MintedBundles.tdx();
        Bundle made = Bundle.of(bundle.decoded().orElseThrow(), bundle.endorsements(), bundle.at());
        assertEquals(
                bundle.items().stream().map(BundleItem::bytes).toList(),
                made.items().stream().map(BundleItem::bytes).toList());
        assertEquals(bundle.evidence(), made.evidence());
    }

    @Test
    void aCertificateTableInAFileOfItsOwnIsPutBehindItsReport() throws Exception {
        dev.assay.testvectors.amd.SnpEvidence minted = MintedBundles.snpEvidence();
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.VCEK, minted.leaf())
                .add(TableGuid.ASK, minted.intermediate())
                .encode();
        SnpEvidence report = (SnpEvidence) Evidence.decode(minted.report());
        SnpEvidence apart = new SnpEvidence(report.report(), Optional.of(CertificateTable.decode(table)), report.raw());
        Bundle bundle = Bundle.of(apart, Endorsements.none(), MintedBundles.AT);
        byte[] both = Arrays.copyOf(minted.report(), minted.report().length + table.length);
        System.arraycopy(table, 0, both, minted.report().length, table.length);
        assertEquals(Bytes.copyOf(both), bundle.evidence().orElseThrow());
        assertEquals(bundle, Bundle.of(Evidence.decode(both), Endorsements.none(), MintedBundles.AT));
        assertTrue(again(bundle).verify(MintedBundles.verifier()).verified().isPresent());
    }

    @Test
    void aBundleMayHoldEndorsementsOnly() throws Exception {
        Bundle bundle = Bundle.at(MintedBundles.AT)
                .add("a", MintedBundles.tdx().endorsements())
                .build();
        assertTrue(again(bundle).evidence().isEmpty());
        assertTrue(again(bundle).decoded().isEmpty());
        assertThrows(IllegalStateException.class, () -> bundle.verify(MintedBundles.verifier()));
    }

    @Test
    void malformedEvidenceIsKeptAndMalformedAgain() throws Exception {
        Bundle bundle = Bundle.at(MintedBundles.AT).evidence(ascii("junk")).build();
        assertThrows(MalformedEvidenceException.class, () -> again(bundle).verify(MintedBundles.verifier()));
    }

    @Test
    void theEarlierResultIsKept() throws Exception {
        Verified<?> verified =
                MintedBundles.tdx().verify(MintedBundles.verifier()).orElseThrow();
        AttestationResult result = Baseline.policy().appraise(verified);
        ResultSummary summary = ResultSummary.of(result);
        Bundle bundle = Bundle.at(MintedBundles.AT).earlier(summary).build();
        assertEquals(Optional.of(summary), again(bundle).earlier());
        assertEquals(Optional.of(result.digest()), summary.sha256());
        assertEquals("UpToDate", summary.tcbStatus().orElseThrow().label());
        assertEquals(List.of("policy.trust-anchors"), summary.codes());
    }

    @Test
    void aBundleIsToldFromOtherFiles() {
        assertTrue(Bundle.isBundle(MintedBundles.snp().write()));
        assertTrue(Bundle.isBundle(ascii("\n { \"format\" :\t\"assay-bundle\"")));
        assertFalse(Bundle.isBundle(ascii("{\"format\":\"assay-bundles\"")));
        assertFalse(Bundle.isBundle(ascii("{\"version\":1,\"format\":\"assay-bundle\"")));
        assertFalse(Bundle.isBundle(Bytes.empty()));
        assertFalse(Bundle.isBundle(MintedBundles.snp().evidence().orElseThrow()));
    }

    /** Whoever makes a bundle can make the hash codes of its items equal; kind and bytes have an order all the same. */
    @Test
    void manyItemsOfOneHashCodeAreToldApart() throws Exception {
        List<BundleItem> all = IntStream.range(0, 1 << 9)
                .mapToObj(BundleTest::ofOneHashCode)
                .flatMap(bytes -> Stream.of(ItemKind.CRL, ItemKind.OTHER).map(kind -> new BundleItem(kind, "b", bytes)))
                .limit(Bundle.MOST_ITEMS)
                .toList();
        assertEquals(
                1, all.stream().map(item -> item.bytes().hashCode()).distinct().count());
        List<BundleItem> twice = new ArrayList<>(all);
        all.forEach(item -> twice.add(new BundleItem(item.kind(), "a", item.bytes())));
        Bundle bundle = new Bundle(MintedBundles.AT, Optional.empty(), twice, Optional.empty());
        assertEquals(Set.copyOf(twice.subList(all.size(), twice.size())), Set.copyOf(bundle.items()));
        assertEquals(all.size(), bundle.items().size());
        assertEquals(bundle, again(bundle));
    }

    private static Bytes ofOneHashCode(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 9; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return ascii(text.toString());
    }

    @Test
    void limitsAreKept() {
        BundleItem item = new BundleItem(ItemKind.OTHER, "x", Bytes.empty());
        List<BundleItem> many = IntStream.rangeClosed(0, Bundle.MOST_ITEMS)
                .mapToObj(i -> new BundleItem(ItemKind.OTHER, "x", ascii("" + i)))
                .toList();
        Instant at = MintedBundles.AT;
        assertEquals(
                1000,
                new Bundle(at, Optional.empty(), many.subList(0, 1000), Optional.empty())
                        .items()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> new Bundle(at, Optional.empty(), many, Optional.empty()));
        Bytes large = Bytes.copyOf(new byte[Evidence.LARGEST + 1]);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Bundle(at, Optional.of(large), List.of(item), Optional.empty()));
        assertThrows(
                IllegalArgumentException.class, () -> new BundleItem(ItemKind.OTHER, "x".repeat(1025), Bytes.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Bundle.at(Instant.parse("-0001-01-01T00:00:00Z")).build());
        assertThrows(
                IllegalArgumentException.class, () -> Bundle.at(Instant.MAX).build());
        Bundle tooLarge = Bundle.at(at)
                .add("x", Bytes.copyOf(new byte[3 << 20]))
                .add("y", Bytes.copyOf(new byte[1 << 20]))
                .build();
        assertThrows(IllegalStateException.class, tooLarge::write);
    }

    @Test
    void evidenceOfTheLargestSizeIsTaken() {
        Bundle bundle = Bundle.at(MintedBundles.AT)
                .evidence(Bytes.copyOf(new byte[1_049_760]))
                .build();
        assertEquals(1_049_760, bundle.evidence().orElseThrow().length());
    }

    /** Its text is what the documentation says, and a third more than its bytes. */
    @Test
    void aBundleOfExactlyTheLargestSizeIsWrittenAndReadAndNoLargerOne() throws Exception {
        int around = ("{'format':'assay-bundle','version':1,'at':'2026-09-01T00:00:00Z','endorsements':["
                        + "{'kind':'other','origin':'','sha256':'" + "0".repeat(64) + "','bytes':''}]}\n")
                .length();
        int left = 4_194_304 - around;
        Bytes bytes = Bytes.copyOf(new byte[left / 4 * 3]);
        String origin = "x".repeat(left % 4);
        Bundle largest = only(new BundleItem(ItemKind.OTHER, origin, bytes));
        assertEquals(4_194_304, largest.write().length());
        assertEquals(largest, again(largest));
        Bundle larger = only(new BundleItem(ItemKind.OTHER, origin + "x", bytes));
        assertThrows(IllegalStateException.class, larger::write);
    }

    private static Bundle only(BundleItem item) {
        return new Bundle(MintedBundles.AT, Optional.empty(), List.of(item), Optional.empty());
    }

    @Test
    void aBundleIsDescribedByItsTimeAndSizes() {
        Bundle empty = Bundle.at(MintedBundles.AT).build();
        assertEquals("bundle of 2026-09-01T00:00:00Z: no evidence, 0 endorsements", empty.toString());
        Bundle full = Bundle.at(MintedBundles.AT)
                .evidence(ascii("hello"))
                .add("x", ascii("one"))
                .build();
        assertEquals("bundle of 2026-09-01T00:00:00Z: 5 bytes of evidence, 1 endorsements", full.toString());
    }

    @Test
    void aLongOriginIsCutAtTheFront() {
        Bundle bundle = Bundle.at(MintedBundles.AT)
                .add("x".repeat(2000) + "/end", ascii("hello"))
                .build();
        String origin = bundle.items().get(0).origin();
        assertEquals(BundleItem.LONGEST_ORIGIN, origin.length());
        assertTrue(origin.endsWith("/end"));
    }

    @Test
    void theEvidenceIsDecodedStrictly() throws Exception {
        byte[] report = MintedBundles.snpEvidence().report();
        report[0x4C] = 1;
        Bundle bundle = Bundle.at(MintedBundles.AT)
                .evidence(Evidence.decode(Bytes.copyOf(report), Strictness.LENIENT))
                .build();
        assertThrows(MalformedEvidenceException.class, bundle::decoded);
    }
}
