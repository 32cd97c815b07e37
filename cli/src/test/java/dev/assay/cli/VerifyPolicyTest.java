package dev.assay.cli;

import static dev.assay.cli.PolicyFiles.MEASUREMENT;
import static dev.assay.cli.PolicyFiles.OTHER_MEASUREMENT;
import static dev.assay.cli.PolicyFiles.pinned;
import static dev.assay.cli.Shipped.AT;
import static dev.assay.cli.Shipped.REPORT;
import static dev.assay.cli.Shipped.REPORT_DATA;
import static dev.assay.cli.Shipped.VCEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} with a policy of the user's. */
class VerifyPolicyTest {
    @TempDir
    Path folder = Path.of("");

    private CommandRun verify(String policy, Object... more) {
        List<Object> all = new ArrayList<>(List.of("verify", REPORT, "--endorsements", VCEK, AT));
        all.addAll(List.of("--policy", PolicyFiles.write(folder, policy)));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    @Test
    void passesWhatThePolicyWants() {
        CommandRun run = verify(pinned("web", MEASUREMENT, ""));
        assertEquals(0, run.status(), run.out());
        assertEquals("VERIFIED, and the policy passed (web, version 7)", run.firstLine());
        assertTrue(run.out().contains("NOT ASKED FOR, so that anything passes: policy.report-data\n"), run.out());
        assertTrue(run.out().contains("Rules of the policy web, version 7\n"), run.out());
        assertTrue(run.out().contains("[passed] policy.measurement\n"), run.out());
    }

    @Test
    void failsWhatItDoesNotWantAndSaysFirstWhatToDo() {
        CommandRun run = verify(pinned("web", OTHER_MEASUREMENT, ", 'vmpl': [1]"));
        assertEquals(1, run.status());
        assertEquals("VERIFIED, but the policy failed (web, version 7)", run.firstLine());
        String rules = run.out().substring(run.out().indexOf("Rules of the policy"));
        assertTrue(
                rules.startsWith(
                        "Rules of the policy web, version 7\n  [FAILED] policy.measurement\n      expected  00"),
                rules);
        assertTrue(rules.contains("      to do     Compare it with that of the image you expect.\n"), rules);
        assertTrue(rules.indexOf("[FAILED] policy.vmpl") < rules.indexOf("[NOT ASKED]"), rules);
        assertTrue(rules.indexOf("[NOT ASKED]") < rules.indexOf("[passed]"), rules);
    }

    @Test
    void refusesWhatIsNoPolicyWithThePathOfTheFault() {
        CommandRun run = verify(pinned("web", MEASUREMENT, ", 'vmpl': 0"));
        assertEquals(64, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().contains("not a policy: "), run.err());
        assertTrue(run.err().contains("snp.vmpl"), run.err());
        assertEquals(
                64,
                CommandRun.of("verify", REPORT, "--policy", folder.resolve("missing"))
                        .status());
    }

    @Test
    void showsWhichAlternativeWasMetAndWhyTheOthersWereNot() {
        String both = "{'id': 'roll-out', 'version': '3', 'anyOf': [" + pinned("old", OTHER_MEASUREMENT, "") + ","
                + pinned("new", MEASUREMENT, "") + "]}";
        CommandRun run = verify(both);
        assertEquals(0, run.status(), run.out());
        String rules = run.out().substring(run.out().indexOf("Rules of the policy"));
        assertTrue(
                rules.startsWith("Rules of the policy roll-out, version 3\n  one of these must be met:\n"
                        + "  [met] new, version 7\n"),
                rules);
        String old = rules.substring(rules.indexOf("  [NOT MET] old, version 7\n"), rules.indexOf("Findings"));
        assertTrue(old.contains("    [FAILED] policy.measurement\n"), old);
        assertFalse(old.contains("passed"), old);
    }

    @Test
    void showsTheFailedPartOfAPolicyFirst() {
        String both = "{'id': 'all', 'version': '3', 'allOf': [" + pinned("good", MEASUREMENT, "")
                + ", {'id': 'either', 'version': '1', 'anyOf': [" + pinned("bad", OTHER_MEASUREMENT, "") + "]}]}";
        CommandRun run = verify(both);
        assertEquals(1, run.status());
        assertTrue(run.out()
                .contains("Rules of the policy all, version 3\n  all of these must be met:\n"
                        + "  [NOT MET] either, version 1\n    one of these must be met:\n"
                        + "    [NOT MET] bad, version 7\n      [FAILED] policy.measurement\n"));
        assertTrue(run.out().contains("  [met] good, version 7\n"), run.out());
    }

    @Test
    void demandsReportDataBesides() {
        String policy = pinned("web", MEASUREMENT, "");
        assertEquals(0, verify(policy, "--report-data", REPORT_DATA).status());
        CommandRun other = verify(policy, "--report-data", "00".repeat(64));
        assertEquals(1, other.status());
        assertTrue(other.out().contains("[FAILED] policy.report-data"), other.out());
    }

    @Test
    void neverReplacesReportDataThatThePolicyPins() {
        String exact = pinned("web", MEASUREMENT, "").replace("'any'", "{'exact': '" + REPORT_DATA + "'}");
        assertEquals(0, verify(exact, "--report-data", REPORT_DATA).status());
        CommandRun run = verify(exact, "--report-data", "00".repeat(64));
        assertEquals(64, run.status());
        assertTrue(run.err().contains("--report-data is not what the policy demands"), run.err());
    }

    @Test
    void acceptsCustomAnchorsOnlyIfThePolicyNamesThem() {
        Path root = Shipped.root(folder, "ARK-Milan");
        String vendors = pinned("web", MEASUREMENT, "");
        // The vendor's own root, only given in another way.
        assertEquals(0, verify(vendors, "--trust-anchor", root).status());

        MintedQuote minted = MintedQuote.genuine(folder);
        String unnamed = "{'id': 'p', 'version': '1', 'reportData': 'any', 'tdx': {'mrTd': 'any'}}";
        CommandRun refused = minted.verify("--policy", PolicyFiles.write(folder, unnamed));
        assertEquals(1, refused.status());
        assertTrue(refused.out().contains("[FAILED] policy.trust-anchors"), refused.out());
        String key = refused.out().replaceAll("(?s).*a root with the key ([0-9a-f]{64}).*", "$1");
        String named = unnamed.replace("'any', 'tdx'", "'any', 'trustAnchors': ['" + key + "'], 'tdx'");
        assertEquals(
                0, minted.verify("--policy", PolicyFiles.write(folder, named)).status());
    }

    @Test
    void saysWhatTheRulesNoticed() {
        TdxEvidence clear =
                TdxSimulator.create().quote(4, TdReportEncoder.Kind.TD_1_0, td -> td.set(TdField.TD_ATTRIBUTES, 0));
        CommandRun run = MintedQuote.of(folder, clear).verify();
        assertEquals(0, run.status(), run.out());
        assertTrue(run.out().contains("Notices\n  [noted] policy.td-sept-ve-disable\n"), run.out());
    }

    @Test
    void hasNoPlaceForAPolicyWithoutAppraisal() {
        for (Object[] more : new Object[][] {{"--ear"}, {"--html", folder.resolve("x")}}) {
            CommandRun run = CommandRun.of(concat(new Object[] {"verify", REPORT, "--verify-only"}, more));
            assertEquals(64, run.status());
            assertTrue(run.err().contains("--verify-only leaves out"), run.err());
        }
        CommandRun run = verify(pinned("web", MEASUREMENT, ""), "--verify-only");
        assertEquals(64, run.status());
    }

    private static Object[] concat(Object[] first, Object[] second) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray();
    }
}
