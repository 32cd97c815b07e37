package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.result.AttestationResult;
import dev.assay.result.HtmlPage;
import dev.assay.result.ResultFormatException;
import dev.assay.result.TcbRow;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonReader;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.Product;
import dev.assay.snp.TcbComponent;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of results: JSON and the page for an auditor. */
class ResultFormsTest {
    private static final Policy FLOORS = Minted.snp(snp -> snp.with(
            SnpRules.MIN_TCB,
            TcbFloors.of(TcbScope.of(Product.MILAN), Map.of(TcbComponent.SNP, 25, TcbComponent.MICROCODE, 219))));
    private static final AttestationResult FAILED = FLOORS.appraise(Minted.milan());
    private static final AttestationResult TD = Minted.tdx(tdx -> tdx).appraise(Minted.td());

    @Test
    void theAuditNamesEverythingThatWasJudged() {
        assertEquals(FLOORS.digest(), FAILED.audit().policy().sha256());
        assertEquals(Minted.milan().evidence().raw().sha256(), FAILED.audit().evidenceSha256());
        assertEquals(3, FAILED.audit().endorsements().size());
        assertEquals(
                Set.of("certificate", "tcb-info", "qe-identity"),
                new TreeSet<>(
                        TD.audit().endorsements().stream().map(it -> it.kind()).toList()));
        assertEquals(
                Minted.td().tcbInfo().signed().bytes().sha256(),
                TD.audit().endorsements().get(4).sha256());
        assertEquals("2026-09-01T00:00:00Z", TD.audit().at().toString());
        assertEquals("pass by policy minted (tdx, 2026-09-01T00:00:00Z)", TD.toString());
    }

    @Test
    void floorsStandBesideWhatIsThere() {
        List<TcbRow> reported = FAILED.tcb().stream()
                .filter(row -> row.version().equals("reported"))
                .toList();
        assertEquals(
                List.of(
                        new TcbRow("reported", "bootLoader", 4, OptionalInt.empty()),
                        new TcbRow("reported", "tee", 0, OptionalInt.empty()),
                        new TcbRow("reported", "snp", 24, OptionalInt.of(25)),
                        new TcbRow("reported", "microcode", 219, OptionalInt.of(219))),
                reported);
        assertEquals(
                List.of(false, false, true, false),
                reported.stream().map(TcbRow::below).toList());
        assertEquals(16, FAILED.tcb().size());
        assertEquals(3, TD.tcb().size());
        AttestationResult floor = Minted.tdx(tdx -> tdx.with(
                        TdxRules.MIN_TEE_TCB_SVN, new SvnFloor(Bytes.fromHex("0601050000" + "00".repeat(10) + "01"))))
                .appraise(Minted.td());
        assertEquals(
                List.of(
                        new TcbRow("tee_tcb_svn", "0", 6, OptionalInt.of(6)),
                        new TcbRow("tee_tcb_svn", "1", 1, OptionalInt.of(1)),
                        new TcbRow("tee_tcb_svn", "2", 4, OptionalInt.of(5)),
                        new TcbRow("tee_tcb_svn", "15", 0, OptionalInt.of(1))),
                floor.tcb());
    }

    @Test
    void ofAlternativesTheFloorsOfTheOneThatIsMetAreShown() {
        Policy met = Minted.snp(snp ->
                snp.with(SnpRules.MIN_TCB, TcbFloors.of(TcbScope.of(Product.MILAN), Map.of(TcbComponent.SNP, 24))));
        AttestationResult result = Policy.anyOf("either", "1", FLOORS, met).appraise(Minted.milan());
        assertTrue(result.passed());
        assertEquals(OptionalInt.of(24), result.tcb().get(2).floor());
    }

    @Test
    void claimsHaveTheirStandardNames() {
        assertEquals("3e".repeat(48), FAILED.claims().get("snp_measurement"));
        assertEquals("Milan", FAILED.claims().get("snp_product"));
        assertEquals(0L, FAILED.claims().get("snp_vmpl"));
        assertEquals("disabled-since-boot", FAILED.claims().get("dbgstat"));
        assertEquals("not-given", FAILED.claims().get("snp_revocation"));
        assertEquals("7d".repeat(48), TD.claims().get("tdx_mrtd"));
        assertEquals(List.of("UpToDate"), TD.claims().get("attester_tcb_status"));
        assertEquals(true, TD.claims().get("tdx_td_attributes_septve_disable"));
        assertEquals("b0c06f000000", TD.claims().get("tdx_fmspc"));
        assertThrows(UnsupportedOperationException.class, () -> TD.claims().put("x", "y"));
    }

    @Test
    void theJsonFormHasOneAnswerAndOneList() throws Exception {
        JsonObject json = JsonReader.read(FAILED.toJson()).object();
        assertFalse(json.member("passed").flag());
        assertEquals("fail", json.member("verdict").text());
        assertEquals(FAILED.rules().size(), json.member("rules").list().size());
        assertEquals(
                FAILED.digest(), AttestationResult.fromJson(FAILED.toJson()).digest());
        assertNotEquals(FAILED.digest(), TD.digest());
        assertFalse(json.members().containsKey("branches"));
        JsonObject tree = JsonReader.read(
                        Policy.anyOf("a", "1", FLOORS).appraise(Minted.milan()).toJson())
                .object();
        assertEquals(1, tree.member("branches").object().member("anyOf").list().size());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "\"fail\",\"pass\"",
                "\"passed\": false,\"passed\": true",
                "\"schema\": 1,\"schema\": 2",
                "\"failed\",\"passed\"",
                "\"not-asked\",\"unasked\"",
                "\"authenticated\": true,\"authenticated\": false",
                "2026-09-01T00:00:00Z,yesterday",
                "\"policySha256\": \",\"policySha256\": \"xx",
                "\"claim\": \"hardware\",\"claim\": \"hardwear\"",
                "\"failedValue\": 97,\"failedValue\": 2",
                "\"failedValue\": 97,\"failedValue\": 1000",
                "\"serial\": \",\"serial\": \"g",
                "\"audit\",\"audits\"",
                "\"sev-snp\",\"sev-es\""
            })
    void aResultThatWasAlteredDoesNotReadBack(String from, String to) {
        String text = FAILED.toJson();
        assertTrue(text.contains(from), from);
        assertThrows(ResultFormatException.class, () -> AttestationResult.fromJson(text.replace(from, to)));
    }

    @Test
    void otherTextsAreNoResults() {
        for (String text : List.of("", "{}", "[]", "null", FAILED.toJson() + " ", "[".repeat(1000))) {
            assertThrows(ResultFormatException.class, () -> AttestationResult.fromJson(text));
        }
    }

    @Test
    void thePageShowsFailuresFirstAndLoadsNothing() {
        String page = HtmlPage.of(FAILED);
        assertTrue(page.indexOf("policy.min-tcb") < page.indexOf("policy.vmpl"));
        assertTrue(page.contains("<tr class=\"failed\"><td>reported</td>\n<td>snp</td>\n<td>24</td>\n<td>25</td>"));
        assertTrue(page.contains("2025-11-06T21:14:00Z"));
        assertTrue(page.contains(
                "Left open by the policy, so that anything passes: policy.report-data, policy.measurement"));
        for (String forbidden : List.of("<script", "http:", "https:", "src=", "href", "url(", "onload", "javascript")) {
            assertFalse(page.contains(forbidden), forbidden);
        }
        assertTrue(page.contains("Content-Security-Policy"));
        assertTrue(page.chars().allMatch(c -> c < 0x7F));
        assertTrue(HtmlPage.of(TD).contains("TCB signing"));
    }

    @Test
    void whatAnAuthorWritesIsEscaped() {
        Policy hostile = Policy.anyOf("<script>alert('x')</script>&\"\uD83D\uDE00", "é", FLOORS);
        String page = HtmlPage.of(hostile.appraise(Minted.milan()));
        assertFalse(page.contains("<script"));
        assertTrue(page.contains("&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#38;&#34;&#128512;"));
        assertTrue(page.contains("because of policy.min-tcb"));
    }

    @Test
    void everyPartThatIsOpenedIsClosed() {
        for (AttestationResult result :
                List.of(FAILED, TD, Policy.anyOf("a", "1", FLOORS, FLOORS).appraise(Minted.milan()))) {
            String page = HtmlPage.of(result);
            for (String tag : List.of("table", "tr", "td", "th", "p", "h1", "h2", "ul", "li", "div", "header")) {
                assertEquals(
                        count(page, "<" + tag + ">") + count(page, "<" + tag + " "),
                        count(page, "</" + tag + ">"),
                        tag);
            }
        }
    }

    @Test
    void combinedResultsOfEitherKindReadBack() throws Exception {
        for (AttestationResult result : List.of(
                Policy.anyOf("a", "1", FLOORS, Policy.allOf("b", "2", FLOORS, FLOORS))
                        .appraise(Minted.milan()),
                TD,
                FAILED)) {
            AttestationResult back = AttestationResult.fromJson(result.toJson());
            assertEquals(result, back);
            assertEquals(result.hashCode(), back.hashCode());
            assertEquals(result.members(), back.members());
            assertEquals(result.window(), back.window());
            assertEquals(result.appraisal(), back.appraisal());
            assertEquals(result.claims(), back.claims());
            assertThrows(
                    UnsupportedOperationException.class, () -> back.members().clear());
        }
        assertNotEquals(FAILED, TD);
        assertTrue(FAILED.window().isPresent());
        assertNotEquals(FAILED.hashCode(), TD.hashCode());
    }

    @Test
    void whatIsLeftOpenStandsInTheJsonForm() throws Exception {
        JsonObject json = JsonReader.read(FAILED.toJson()).object();
        assertEquals(
                List.of("policy.report-data", "policy.measurement"),
                json.member("leftOpen").list().stream()
                        .map(node -> ((JsonNode.JsonText) node).value())
                        .toList());
    }

    @Test
    void thePageHasAllThatAnAuditorAsksFor() {
        String page = HtmlPage.of(TD);
        int at = 0;
        for (String part : List.of(
                "<title>Attestation result: genuine, and as the policy demands</title>",
                "<header class=\"pass\"><h1>PASS</h1>",
                "<dd>Intel TDX quote</dd>",
                "<dd>minted, version 1</dd>",
                "<dd>2026-09-01T00:00:00Z</dd>",
                "<h2>Rules</h2>",
                "<h3>policy.report-data: left open</h3>",
                "<h3>Passed</h3>",
                "<td>policy.tcb-status</td>\n<td>UpToDate (by default)</td>",
                "<h3>Not asked: the policy does not mention them</h3>",
                "<span>policy.rtmr0</span>\n<span>policy.rtmr1</span>",
                "<h2>TCB</h2>",
                "<td>tee_tcb_svn</td>\n<td>0</td>\n<td>6</td>\n<td>not asked</td>",
                "<h2>Certificates</h2>",
                "<h3>PCK</h3>",
                "<h3>PCK CA</h3>",
                "<h3>root</h3>",
                "<h3>TCB signing</h3>",
                "<h2>Claims</h2>",
                "<td>tdx_advisory_ids</td>\n<td>none</td>",
                "<h2>Audit</h2>",
                TD.audit().evidenceSha256().hex(),
                TD.audit().policy().sha256().hex(),
                "<td>tcb-info</td>",
                TD.audit().endorsements().get(4).sha256().hex(),
                "Made by " + TD.audit().library() + " for 2026-09-01T00:00:00Z.")) {
            int next = page.indexOf(part, at);
            assertTrue(next >= 0, part + " after " + at + " in\n" + page);
            at = next;
        }
        for (var certificate : TD.chain()) {
            assertTrue(page.contains("<code>" + certificate.fingerprint().hex() + "</code>"));
            assertTrue(page.contains("<code>" + certificate.keyFingerprint().hex() + "</code>"));
            assertTrue(page.contains(certificate.window().toString()));
        }
        assertFalse(page.contains("not authenticated"));
        assertFalse(page.contains("Parts of the policy"));
        assertTrue(HtmlPage.of(FAILED).contains("<dd>AMD SEV-SNP report</dd>"));
        assertTrue(HtmlPage.of(FAILED).contains("<h3>snp.crl.not-checked: noted</h3>"));
        assertTrue(HtmlPage.of(FAILED).contains("genuine, but not as the policy demands"));
    }

    @Test
    void thePageTellsThePartsApart() {
        Policy met = Minted.snp(snp -> snp.with(SnpRules.MIN_GUEST_SVN, new AtLeast(0)));
        String page = HtmlPage.of(Policy.anyOf("either", "1", FLOORS, met).appraise(Minted.milan()));
        assertTrue(page.contains("<li class=\"passed\">either, version 1 (anyOf): met<ul>"), page);
        assertTrue(page.contains("<li class=\"failed\">minted, version 1: not met because of policy.min-tcb</li>"));
        assertTrue(page.contains("<li class=\"passed\">minted, version 1: met</li>"));
        assertFalse(page.contains("policy.min-tcb: failed"), "an alternative that is not needed");
        String nested = HtmlPage.of(Policy.anyOf("outer", "1", FLOORS, Policy.allOf("inner", "1", met))
                .appraise(Minted.milan()));
        assertTrue(nested.contains("<td>policy.min-guest-svn</td>\n<td>at least 0</td>"), nested);
        assertTrue(nested.contains("<li class=\"passed\">inner, version 1 (allOf): met<ul>"), nested);
        String none = HtmlPage.of(Policy.anyOf("outer", "1", FLOORS, Policy.anyOf("inner", "1", FLOORS))
                .appraise(Minted.milan()));
        assertEquals(2, count(none, "<h3>policy.min-tcb: failed</h3>"));
        assertTrue(page.contains("<h2>Rules</h2>"));
        String all = HtmlPage.of(Policy.allOf("both", "1", FLOORS, met).appraise(Minted.milan()));
        assertTrue(all.contains("<h2>Rules of minted, version 1</h2>"));
        assertTrue(all.contains("policy.min-tcb: failed"));
    }

    @Test
    void thePagePutsEachRuleWhereItsStatusBelongs() {
        String page = HtmlPage.of(Minted.snp(snp -> snp).appraise(Minted.report(Minted.CLOUD, 3, it -> it.vmpl(2))));
        String passed = page.substring(page.indexOf("<h3>Passed</h3>"), page.indexOf("<h3>Not asked"));
        assertTrue(passed.contains("policy.debug"), passed);
        for (String other : List.of("policy.vmpl", "policy.measurement", "policy.host-data", "masked-chip-id")) {
            assertFalse(passed.contains(other), other);
        }
        String notAsked = page.substring(page.indexOf("<h3>Not asked"), page.indexOf("<h3>Not applicable"));
        assertTrue(notAsked.contains("policy.host-data"), notAsked);
        for (String other : List.of("policy.vmpl", "policy.measurement", "policy.report-data", "policy.debug")) {
            assertFalse(notAsked.contains(other), other);
        }
        String rest = page.substring(page.indexOf("<h3>Not applicable"));
        assertTrue(rest.contains("<p class=\"codes\"><span>policy.masked-chip-id</span>\n</p>"), rest);
        assertTrue(page.contains("<h3>policy.vmpl: failed</h3>\n<dl><dt>expected</dt>\n<dd>0 (by default)</dd>"), page);
        assertTrue(HtmlPage.of(FAILED).contains("<dd>at least Milan: snp 25, microcode 219</dd>"));
    }

    @Test
    void thePageOfWhatWasNotAcceptedSaysSo() throws Exception {
        var minted = Minted.MILAN.report(5, right -> right);
        AttestationReport report = AttestationReport.decode(minted.report());
        var outcome = Verifier.standard().verify(report, Endorsements.none(), minted.at());
        String open = HtmlPage.of(FLOORS.appraise(outcome, report, minted.at()));
        assertTrue(open.contains("<header class=\"indeterminate\"><h1>INDETERMINATE</h1>"));
        assertTrue(open.contains("endorsements are missing or out of date"));
        assertTrue(open.contains("Nothing below is authenticated"));
        assertTrue(open.contains("Claims, not authenticated"));
        assertTrue(open.contains("card undetermined"));
        assertFalse(open.contains("<h2>Rules"));
        assertFalse(open.contains("<h2>Certificates"));
        assertFalse(open.contains("<h2>TCB"));
        var rejected =
                Verifier.standard().verify(report, Endorsements.of(minted.leaf(), minted.intermediate()), minted.at());
        String no = HtmlPage.of(FLOORS.appraise(rejected, report, minted.at()));
        assertTrue(no.contains("<header class=\"rejected\"><h1>REJECTED</h1>"));
        assertTrue(no.contains("card rejects"));
    }

    @Test
    void whatIsNoEvidenceHasAPageToo() {
        var fault = assertThrows(MalformedEvidenceException.class, () -> AttestationReport.decode(new byte[3]));
        String page = HtmlPage.of(fault);
        assertTrue(page.contains("<h1>MALFORMED</h1>"));
        assertTrue(page.contains("nothing can be said of it"));
        assertTrue(page.startsWith("<!DOCTYPE html>"));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
