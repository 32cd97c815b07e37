package dev.assay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.TcbStatus;
import dev.assay.policy.CompositePolicy;
import dev.assay.policy.Policy;
import dev.assay.result.RuleStatus;
import dev.assay.snp.CertificateTable;
import dev.assay.tdx.Quote;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What grows is what it says, and so much of it. */
class GrowthTest {
    @Test
    void chipsHaveIdentitiesAndKeysOfTheirOwn() throws Exception {
        SnpChips chips = SnpChips.mint(5);
        Verifier verifier = chips.roomyVerifier(chips.count());
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < chips.count(); i++) {
            var verified = chips.verify(verifier, chips.extended(i));
            assertEquals(chips.verify(verifier, i, chips.endorsements(i)).chain(), verified.chain());
            seen.add(verified.evidence().chipId());
            seen.add(verified.chain().get(0).keyFingerprint());
        }
        assertEquals(2 * chips.count(), seen.size());
    }

    @Test
    void tablesHaveSoManyEntriesOrCertificates() throws Exception {
        SnpChips chips = SnpChips.mint(4);
        SnpGrowth growth = new SnpGrowth(chips);
        byte[] full = growth.withEntries(CertificateTable.MOST_ENTRIES);
        assertEquals(CertificateTable.MOST_ENTRIES, table(full).entries().size());
        byte[] others = growth.withCertificates(4);
        assertEquals(
                4,
                Endorsements.builder().add(table(others)).build().certificates().size());
        for (byte[] extended : List.of(full, others)) {
            assertEquals(
                    chips.report(0),
                    chips.verify(chips.roomyVerifier(1), extended).evidence());
        }
    }

    private static CertificateTable table(byte[] extended) throws Exception {
        return ((SnpEvidence) Evidence.decode(extended)).certificates().orElseThrow();
    }

    @Test
    void platformsHaveQuotesOfTheirOwn() throws Exception {
        TdxPlatforms platforms = TdxPlatforms.mint(3);
        Verifier verifier = platforms.roomyVerifier(3);
        var inTurn = platforms.inTurn(verifier, 3);
        Set<Object> keys = new HashSet<>();
        for (int i = 0; i < 2 * platforms.count(); i++) {
            keys.add(inTurn.call().evidence().signatureData().attestationKey());
        }
        assertEquals(3, keys.size());
    }

    @Test
    void listsAreAcceptedAndAsLongAsTheySay() throws Exception {
        RevocationLists lists = new RevocationLists();
        TdxSample sample = TdxSample.minted();
        Verifier verifier = Verifier.of(sample.options(Backend.BOUNCY_CASTLE));
        Set<X509CRL> seen = new HashSet<>();
        for (byte[] list : lists.different(10, 3)) {
            Endorsements given = lists.endorsements(list);
            assertEquals(
                    RevocationLists.ALWAYS + 10,
                    given.crls().get(0).getRevokedCertificates().size());
            seen.add(given.crls().get(0));
            assertEquals(
                    TcbStatus.UP_TO_DATE,
                    verifier.verify(Quote.decode(lists.quote()), given, sample.at())
                            .orElseThrow()
                            .tcbStatus());
        }
        assertEquals(3, seen.size());
    }

    @Test
    void thePlatformReadsAnUnreadListAnew() throws Exception {
        RevocationLists lists = new RevocationLists();
        byte[] list = lists.different(10, 1).get(0);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        var before = factory.generateCRL(new ByteArrayInputStream(list));
        lists.makeUnread();
        assertNotSame(before, factory.generateCRL(new ByteArrayInputStream(list)));
    }

    @Test
    void policiesApplySoManyRulesAndAllowSoManyValues() throws Exception {
        TdxPlatforms platforms = TdxPlatforms.mint(1);
        PolicyGrowth growth = new PolicyGrowth(platforms.verify(platforms.roomyVerifier(1), 0));
        for (int parts : new int[] {1, CompositePolicy.MOST}) {
            Policy policy = growth.ofParts(parts);
            assertEquals(40 * parts, growth.applied(policy));
            assertEquals(parts, new HashSet<>(policy.leaves()).size());
            assertTrue(growth.result(policy).passed());
        }
        Policy allowing = growth.allowing(1000);
        assertTrue(growth.result(allowing).passed());
        assertFalse(growth.result(allowing).rules().stream().anyMatch(rule -> rule.status() == RuleStatus.FAILED));
        assertTrue(allowing.toJson().split("\"01", -1).length - 1 >= 999);
    }

    @Test
    void tableAndPlotSayWhatWasMeasured() {
        GrowthResults results = new GrowthResults();
        results.add(new GrowthSeries("Work, of a kind", "things", new TreeMap<>(Map.of(1, 20.0, 10, 30.0))));
        results.memory("Each thing", 1500);
        assertTrue(results.table().contains("- Each thing takes 1.5 kB.\n"));
        assertTrue(results.table().contains("| 10 | 30.0 | 10 | 1.50 |"));
        assertEquals(2, results.plot().split("<circle", -1).length - 1);
    }
}
