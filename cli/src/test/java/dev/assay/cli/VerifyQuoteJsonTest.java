package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyQuoteJsonTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void saysWhatWasEstablished() {
        TdxSimulator machine = TdxSimulator.create();
        CommandRun run = MintedQuote.of(folder, machine).verify("--json", "--verify-only");
        assertEquals(0, run.status());
        assertEquals("verified", run.json("/verdict"));
        assertEquals("true", run.json("/passed"));
        assertEquals("not-done", run.json("/appraisal"));
        assertEquals("tdx-quote", run.json("/evidence"));
        assertEquals("UpToDate", run.json("/established/tcbStatus"));
        assertEquals("2025-08-13T00:00:00Z", run.json("/established/tcbDate"));
        assertEquals("[]", run.json("/established/advisories"));
        assertEquals("20", run.json("/established/tcbEvaluationDataNumber"));
        assertEquals("20", run.json("/established/qeEvaluationDataNumber"));
        assertEquals("UpToDate", run.json("/established/qeStatus"));
        assertEquals("null", run.json("/established/current"));
        assertEquals("b0c06f000000", run.json("/established/fmspc"));
        assertEquals("0000", run.json("/established/pceId"));
        assertEquals(HexFormat.of().formatHex(machine.platform().ppid()), run.json("/established/ppid"));
        assertEquals(
                HexFormat.of().formatHex(machine.platform().instanceId()), run.json("/established/platformInstanceId"));
        assertEquals("scalable", run.json("/established/sgxType"));
        assertEquals(
                "{\"dynamicPlatform\":true,\"cachedKeys\":true,\"smtEnabled\":true}",
                run.json("/established/configuration"));
        assertEquals("checked", run.json("/established/crl"));
        assertEquals("2026-08-13T10:45:38Z", run.json("/established/window/notBefore"));
        assertEquals("2026-09-11T23:57:11Z", run.json("/established/window/notAfter"));
        assertEquals("PCK certificate", run.json("/established/items/0/item"));
        assertEquals("leaf", run.json("/established/chain/0/role"));
        assertEquals("tcb-signing", run.json("/established/chain/3/role"));
        assertEquals("missing", run.json("/established/chain/4"));
        assertEquals("true", run.json("/claims/authenticated"));
    }

    @Test
    void explainsWhatFallsShort() {
        // The first of the two sets the TD's microcode back as well, which only the best level asks for.
        TdxSimulator machine = TdxSimulator.create()
                .status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED)
                .status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE_CONFIGURATION_NEEDED)
                .status(TcbPart.MODULE, TdxStatus.OUT_OF_DATE);
        CommandRun run = MintedQuote.of(folder, machine).verify("--json", "--verify-only");
        assertEquals("OutOfDateConfigurationNeeded", run.json("/established/tcbStatus"));
        assertEquals("OutOfDateConfigurationNeeded", run.json("/established/launch/platform/tcbStatus"));
        assertEquals("OutOfDate", run.json("/established/launch/module/tcbStatus"));
        assertEquals("platform", run.json("/established/shortfalls/0/part"));
        assertEquals("UpToDate", run.json("/established/shortfalls/0/better/0/tcbStatus"));
        assertEquals("false", run.json("/established/shortfalls/0/better/0/nearest"));
        assertEquals("true", run.json("/established/shortfalls/0/better/1/nearest"));
        assertEquals(
                "{\"component\":\"SGX component 1\",\"required\":4,\"actual\":3}",
                run.json("/established/shortfalls/0/better/0/missing/0"));
        assertEquals("TDX module", run.json("/established/shortfalls/1/part"));
        assertEquals("[\"INTEL-SA-01192\"]", run.json("/established/shortfalls/1/better/0/settles"));
        assertEquals("[]", run.json("/established/shortfalls/2/better"));
    }

    @Test
    void tellsThePresentTcbFromThatAtTheLaunch() {
        TdxSimulator machine = TdxSimulator.create().status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED);
        CommandRun run = MintedQuote.of(folder, machine.quote(5, TdReportEncoder.Kind.TD_1_5, right -> right))
                .verify("--json", "--verify-only");
        assertEquals("TDRelaunchAdvised", run.json("/established/tcbStatus"));
        assertEquals("OutOfDate", run.json("/established/launch/tcbStatus"));
        assertEquals("UpToDate", run.json("/established/current/tcbStatus"));
    }

    @Test
    void appraisesByTheBaseline() {
        CommandRun run = MintedQuote.genuine(folder).verify("--json");
        assertEquals(0, run.status());
        assertEquals("verified", run.json("/verdict"));
        assertEquals("passed", run.json("/appraisal"));
        assertEquals("true", run.json("/passed"));
        CommandRun other = MintedQuote.genuine(folder).verify("--json", "--report-data", "00".repeat(64));
        assertEquals(1, other.status());
        assertEquals("verified", other.json("/verdict"));
        assertEquals("failed", other.json("/appraisal"));
        assertEquals("policy.report-data", other.json("/rules/0/code"));
    }

    @Test
    void hasTheSameFormForAnOpenQuestion() {
        MintedQuote minted = MintedQuote.genuine(folder);
        CommandRun open = minted.without("tcb-info.json").verify("--json");
        assertEquals(2, open.status());
        assertEquals("indeterminate", open.json("/verdict"));
        assertEquals("null", open.json("/established"));
        assertEquals("false", open.json("/claims/authenticated"));
        assertEquals(MintedQuote.genuine(folder).verify("--json").members(), open.members());
    }

    @Test
    void repeatsTheSettingsThatMatter() {
        MintedQuote minted = MintedQuote.genuine(folder);
        CommandRun usual = minted.verify("--json");
        assertEquals("required", usual.json("/settings/crl"));
        assertEquals("null", usual.json("/settings/grace"));
        CommandRun other = minted.verify("--json", "--crl=if-given", "--grace=P7D");
        assertEquals("if-given", other.json("/settings/crl"));
        assertEquals("PT168H", other.json("/settings/grace"));
    }
}
