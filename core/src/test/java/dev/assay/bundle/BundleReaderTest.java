package dev.assay.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader takes what is documented, and says of everything else where it is wrong. */
class BundleReaderTest {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final String OK =
            "{'format':'assay-bundle','version':1,'at':'2026-09-01T00:00:00Z','endorsements':[]}";

    private static Bundle read(String json) throws BundleException {
        String text = json.replace('\'', '"').replace("EMPTY", EMPTY).replace("HELLO", HELLO);
        return Bundle.read(Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSmallestBundleIsRead() throws BundleException {
        assertEquals(0, read(OK).items().size());
    }

    @Test
    void bytesAndDigestsAreThoseOfTheStandards() throws BundleException {
        Bundle bundle = read(OK.replace(
                "[]",
                "[{'kind':'other','origin':'x','sha256':'HELLO','bytes':'aGVsbG8='},"
                        + "{'bytes':'','sha256':'EMPTY','origin':'','kind':'crl'}]"));
        assertEquals(ItemKind.CRL, bundle.items().get(0).kind());
        assertEquals("68656c6c6f", bundle.items().get(1).bytes().hex());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | ",
                "~~ | []",
                "~~ | {",
                "~~ | {'format':'assay-bundle','version':1,'at':'2026-09-01T00:00:00Z','endorsements':[]}x",
                "format | {'version':1}",
                "format | {'format':'assay-bundles','version':1}",
                "format | {'format':1,'version':1}",
                "format | {'format':'assay-bundle','format':'assay-bundle'}",
                "version | {'format':'assay-bundle'}",
                "version | {'format':'assay-bundle','version':2,'surprise':1}",
                "version | {'format':'assay-bundle','version':0}",
                "version | {'format':'assay-bundle','version':'1'}",
                "surprise | {'format':'assay-bundle','version':1,'surprise':1}",
                "at | {'format':'assay-bundle','version':1,'endorsements':[]}",
                "at | {'format':'assay-bundle','version':1,'at':'now','endorsements':[]}",
                "at | {'format':'assay-bundle','version':1,'at':'2026-09-01T00:00:00+00:00','endorsements':[]}",
                "at | {'format':'assay-bundle','version':1,'at':'2026-09-01T00:00:00.0Z','endorsements':[]}",
                "~~ | {'format':'assay-bundle','version':1,'at':'+12026-09-01T00:00:00Z','endorsements':[]}",
                "endorsements | {'format':'assay-bundle','version':1,'at':'2026-09-01T00:00:00Z'}",
                "endorsements | {'format':'assay-bundle','version':1,'at':'2026-09-01T00:00:00Z','endorsements':{}}",
            })
    void aWrongBundleIsRefusedWithThePath(String path, String json) {
        assertEquals(path, refused(json == null ? "" : json).path());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endorsements[0] | 1",
                "endorsements[0].kind | {}",
                "endorsements[0].kind | {'kind':'key'}",
                "endorsements[0].origin | {'kind':'crl'}",
                "endorsements[0].bytes | {'kind':'crl','origin':'x'}",
                "endorsements[0].sha256 | {'kind':'crl','origin':'x','bytes':''}",
                "endorsements[0].more | {'kind':'crl','origin':'x','bytes':'','sha256':'EMPTY','more':1}",
                "endorsements[0].sha256 | {'kind':'crl','origin':'x','bytes':'','sha256':'HELLO'}",
                "endorsements[0].sha256 | {'kind':'crl','origin':'x','bytes':'','sha256':'E3'}",
                "endorsements[0].sha256 | {'kind':'crl','origin':'x','bytes':'','sha256':''}",
                "endorsements[0].bytes | {'kind':'crl','origin':'x','bytes':'aGVsbG8','sha256':'HELLO'}",
                "endorsements[0].bytes | {'kind':'crl','origin':'x','bytes':'aGVs bG8=','sha256':'HELLO'}",
                "endorsements[0].bytes | {'kind':'crl','origin':'x','bytes':'aGVsbG9=','sha256':'HELLO'}",
                "endorsements[0].bytes | {'kind':'crl','origin':'x','bytes':null,'sha256':'HELLO'}",
            })
    void aWrongItemIsRefusedWithThePath(String path, String item) {
        assertEquals(path, refused(OK.replace("[]", "[" + item + "]")).path());
    }

    @Test
    void aDigestInUpperCaseIsRefused() {
        assertEquals(
                "endorsements[0].sha256",
                refused(OK.replace(
                                "[]",
                                "[{'kind':'crl','origin':'x','bytes':'','sha256':'"
                                        + EMPTY.toUpperCase(java.util.Locale.ROOT) + "'}]"))
                        .path());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "earlier.verdict | {}",
                "earlier.verdict | {'verdict':'maybe'}",
                "earlier.codes | {'verdict':'pass'}",
                "earlier.codes[0] | {'verdict':'pass','codes':[1]}",
                "earlier.tcbStatus | {'verdict':'pass','codes':[],'tcbStatus':'Good'}",
                "earlier.advisories | {'verdict':'pass','codes':[]}",
                "earlier.policy | {'verdict':'pass','codes':[],'advisories':[]}",
                "earlier.policy.id | {'verdict':'pass','codes':[],'advisories':[],'policy':{}}",
                "earlier.policy.url | {'verdict':'pass','codes':[],'advisories':[],'policy':{'url':1}}",
                "earlier.policy.sha256 | {'verdict':'pass','codes':[],'advisories':[],'policy':{'id':'','version':''}}",
                "earlier.sha256 | {'verdict':'pass','codes':[],'advisories':[],'policy':{'id':'','version':'','sha256':'EMPTY'},'sha256':'ab'}",
                "earlier.score | {'score':1}",
            })
    void aWrongSummaryIsRefusedWithThePath(String path, String earlier) {
        assertEquals(
                path,
                refused(OK.replace("[]}", "[],'earlier':" + earlier + "}")).path());
    }

    @Test
    void evidenceIsCheckedLikeItems() {
        assertEquals(
                "evidence.sha256",
                refused(OK.replace("[]}", "[],'evidence':{'sha256':'HELLO','bytes':''}}"))
                        .path());
        assertEquals(
                "evidence.kind",
                refused(OK.replace("[]}", "[],'evidence':{'sha256':'EMPTY','bytes':'','kind':'x'}}"))
                        .path());
    }

    @Test
    void whatIsNotAsciiOrTooLargeIsRefused() {
        assertEquals("", refused(OK.replace("[]}", "[],'evidence':'\u00fc'}")).path());
        Bytes large =
                Bytes.copyOf((OK.replace('\'', '"') + " ".repeat(Bundle.LARGEST)).getBytes(StandardCharsets.UTF_8));
        assertThrows(BundleException.class, () -> Bundle.read(large));
    }

    @Test
    void anOriginMayHave1024Characters() throws BundleException {
        String item = OK.replace("[]", "[{'kind':'crl','origin':'ORIGIN','bytes':'','sha256':'EMPTY'}]");
        String longest = "x".repeat(1024);
        assertEquals(
                longest, read(item.replace("ORIGIN", longest)).items().get(0).origin());
        assertEquals(
                "endorsements[0].origin",
                refused(item.replace("ORIGIN", longest + "x")).path());
    }

    @Test
    void theMessageNamesTheMemberOrTheWhole() {
        BundleException whole = refused("{'\u00fc':1}");
        assertEquals("the bundle has a byte at offset 2 that is not ASCII", whole.getMessage());
        BundleException member = refused(OK.replace("1,", "2,"));
        assertEquals("version is 2, and this library reads bundles of version 1", member.getMessage());
    }

    /** It is ASCII, and yet no character that JSON has. */
    @Test
    void aByteOfZeroIsNoJson() {
        BundleException zero = refused(OK.replace("[]", "[\0]"));
        assertTrue(zero.problem().startsWith("is not JSON as it must be"), zero::problem);
    }

    /** Each would take a hundred times its size in memory if every value were kept, with its path in full. */
    @Test
    void aBundleOfMoreValuesThanOneCanHaveIsRefused() {
        String many = "1,".repeat(100_000) + "1";
        assertEquals(
                "has more than 100000 values",
                refused(OK.replace("[]", "[" + many + "]")).problem());
        String name = "'" + "n".repeat(250) + "':{";
        String deep = OK.replace("[]}", "[],") + name.repeat(60) + "'x':[" + many.substring(0, 190_000) + "1]"
                + "}".repeat(61);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refused(deep));
        assertEquals("n".repeat(250), refused(deep).path());
    }

    /** Also before repetitions are left out, so that the limit is one on the work. */
    @Test
    void moreItemsThanABundleHoldsAreRefusedBeforeAnyIsLookedAt() throws BundleException {
        String item = "{'kind':'crl','origin':'x','bytes':'','sha256':'EMPTY'},";
        String most = item.repeat(1000);
        assertEquals(
                1,
                read(OK.replace("[]", "[" + most.substring(0, most.length() - 1) + "]"))
                        .items()
                        .size());
        BundleException more = refused(OK.replace("[]", "[1," + most.substring(0, most.length() - 1) + "]"));
        assertEquals("endorsements", more.path());
        assertEquals("has more than 1000 items", more.problem());
    }

    @Test
    void noDamageToABundleGivesAnotherException() {
        byte[] good = MintedBundles.snp().write().toArray();
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(128);
            readOrRefuse(bad);
        }
        for (int length = 0; length < good.length; length += 13) {
            readOrRefuse(java.util.Arrays.copyOf(good, length));
        }
    }

    /** Damage is either refused, or in what no digest covers: the time, a kind, an origin. */
    private static void readOrRefuse(byte[] bytes) {
        try {
            Bundle read = Bundle.read(Bytes.copyOf(bytes));
            assertEquals(MintedBundles.snp().evidence(), read.evidence());
            assertEquals(
                    MintedBundles.snp().items().stream()
                            .map(BundleItem::bytes)
                            .sorted(BY_HEX)
                            .toList(),
                    read.items().stream().map(BundleItem::bytes).sorted(BY_HEX).toList());
        } catch (BundleException e) {
            assertEquals(String.class, e.problem().getClass());
        }
    }

    private static final java.util.Comparator<Bytes> BY_HEX = java.util.Comparator.comparing(Bytes::hex);

    private static BundleException refused(String json) {
        return assertThrows(BundleException.class, () -> read(json));
    }
}
