package dev.assay.cli;

import static dev.assay.cli.Shipped.QUOTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyQuoteTest {
    private static final int REPORT_DATA_OF_VERSION_4 = 48 + 520;

    @TempDir
    Path folder = Path.of("");

    @Test
    void verifiesAGenuineQuote() {
        CommandRun run = MintedQuote.genuine(folder).verify("--verify-only");
        assertEquals(0, run.status(), run.out());
        assertEquals("VERIFIED; appraisal was not done (--verify-only)", run.firstLine());
        assertFalse(run.out().contains("[REJECTS]"), run.out());
        assertFalse(run.out().contains("falls short"), run.out());
        assertTrue(run.out().contains("CUSTOM TRUST ANCHORS"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void appraisesByTheBaseline() {
        CommandRun run = MintedQuote.genuine(folder).verify();
        assertEquals(0, run.status(), run.out());
        assertEquals("VERIFIED, and the policy passed (built-in baseline)", run.firstLine());
        CommandRun other = MintedQuote.genuine(folder).verify("--report-data", "00".repeat(64));
        assertEquals(1, other.status());
        assertTrue(other.out().contains("[FAILED] policy.report-data"), other.out());
    }

    @Test
    void refusesByTheBaselineAStatusThatIsNotUpToDate() {
        CommandRun run = MintedQuote.of(folder, TdxSimulator.create().status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE))
                .verify();
        assertEquals(1, run.status());
        assertEquals("VERIFIED, but the policy failed (built-in baseline)", run.firstLine());
        assertTrue(run.out().contains("[FAILED] policy.tcb-status"), run.out());
    }

    @Test
    void saysWhatWasEstablished() {
        TdxSimulator machine = TdxSimulator.create();
        String out = MintedQuote.of(folder, machine).verify("--verify-only").out();
        says(out, "TCB status", "UpToDate");
        // The level of the platform, older than those of module and quoting enclave.
        says(out, "TCB date", "2025-08-13T00:00:00Z");
        says(out, "advisories", "none");
        says(out, "platform", "UpToDate of 2025-08-13T00:00:00Z");
        says(out, "TDX module", "UpToDate of 2025-09-10T00:00:00Z");
        says(out, "quoting enclave", "UpToDate of 2025-10-08T00:00:00Z");
        says(out, "evaluation", "TCB info 20");
        says(out, "FMSPC", "b0c06f000000");
        says(out, "PPID", HexFormat.of().formatHex(machine.platform().ppid()));
        says(out, "instance id", HexFormat.of().formatHex(machine.platform().instanceId()));
        says(out, "SGX type", "scalable");
        says(out, "flags", "packages can be added, keys cached at Intel, multithreading on");
        says(out, "revocation", "checked");
        // From the TCB info's issue to the end of the shorter revocation list.
        says(out, "holds", "2026-08-13T10:45:38Z to 2026-09-11T23:57:11Z");
        says(out, "tcb-signing", "C=US,ST=CA,L=Santa Clara,O=Intel Corporation,CN=Intel SGX TCB Signing");
        says(out, "QE identity", "2026-08-12T23:57:43Z to 2026-09-11T23:57:43Z");
    }

    @Test
    void saysThatAPlatformWithOnePackageHasNoInstance() {
        TdxSimulator machine = TdxSimulator.create(IntelHierarchy.create(1), PckCa.PROCESSOR);
        String out = MintedQuote.of(folder, machine).verify("--verify-only").out();
        says(out, "instance id", "none: a platform with one package");
        says(out, "SGX type", "standard");
        assertFalse(out.contains("flags"), out);
    }

    @Test
    void explainsWhatFallsShort() {
        // The first of the two sets the TD's microcode back as well, which only the best level asks for.
        TdxSimulator machine = TdxSimulator.create()
                .status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED)
                .status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE)
                .status(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE);
        CommandRun run = MintedQuote.of(folder, machine).verify("--verify-only");
        assertEquals(0, run.status(), run.out());
        says(run.out(), "TCB status", "OutOfDate");
        says(run.out(), "TCB date", "2023-02-15T00:00:00Z");
        says(run.out(), "advisories", "INTEL-SA-00837, INTEL-SA-01036, INTEL-SA-01245");
        assertTrue(run.out().contains("[noted] tdx.tcb.out-of-date"), run.out());
        says(run.out(), "platform", "now OutOfDate, advisories INTEL-SA-01036, INTEL-SA-01245");
        assertTrue(run.out().contains("nearest: OutOfDate of 2025-05-14T00:00:00Z, settles INTEL-SA-01036"), run.out());
        assertTrue(
                run.out().contains("best: UpToDate of 2025-08-13T00:00:00Z, settles INTEL-SA-01036, INTEL-SA-01245"),
                run.out());
        assertTrue(run.out().contains("SGX component 1: 3, needs 4"), run.out());
        says(run.out(), "quoting enclave", "now OutOfDate, advisories INTEL-SA-00837");
    }

    @Test
    void tellsThePresentTcbFromThatAtTheLaunch() {
        TdxSimulator machine = TdxSimulator.create().status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED);
        CommandRun run = MintedQuote.of(folder, machine.quote(5, TdReportEncoder.Kind.TD_1_5, right -> right))
                .verify("--verify-only");
        assertEquals(0, run.status(), run.out());
        says(run.out(), "TCB status", "TDRelaunchAdvised");
        says(run.out(), "platform", "OutOfDate of 2025-05-14T00:00:00Z");
        says(run.out(), "present TCB", "UpToDate of 2025-08-13T00:00:00Z");
    }

    @Test
    void rejectsAQuoteThatWasAltered() {
        MintedQuote minted = MintedQuote.genuine(folder);
        byte[] altered = Shipped.bytes(minted.quote());
        altered[REPORT_DATA_OF_VERSION_4] ^= 1;
        Shipped.write(minted.quote(), altered);
        refused(1, "tdx.signature.invalid", minted.verify("--verify-only"));
    }

    @Test
    void rejectsWhatWasRevoked() {
        refused(
                1,
                "tdx.pck.revoked",
                MintedQuote.of(folder, TdxSimulator.create().revoking(IntelCertificate.PCK))
                        .verify("--verify-only"));
        refused(
                1,
                "tdx.tcb.revoked",
                MintedQuote.of(folder, TdxSimulator.create().status(TcbPart.PLATFORM, TdxStatus.REVOKED))
                        .verify("--verify-only"));
    }

    @Test
    void rejectsAMintedQuoteUnlessItsRootIsNamed() {
        MintedQuote minted = MintedQuote.genuine(folder);
        CommandRun run = CommandRun.of(
                "verify", minted.quote(), "--endorsements", minted.collateral(), MintedQuote.AT, "--verify-only");
        refused(1, "tdx.chain.untrusted", run);
        assertFalse(run.out().contains("Established"), run.out());
        assertEquals("REJECTED: do not trust this evidence; appraisal was not done (--verify-only)", run.firstLine());
    }

    @Test
    void leavesTheQuestionOpenWithoutCollateral() {
        for (String option : new String[] {"--verify-only", "--json", "--crl=off"}) {
            assertEquals(2, CommandRun.of("verify", QUOTE, Shipped.AT, option).status(), option);
        }
        CommandRun run = CommandRun.of("verify", QUOTE, Shipped.AT);
        refused(2, "tdx.tcb-info.missing", run);
        assertEquals(
                "INDETERMINATE: something needed is missing or out of date, so do not trust this evidence yet",
                run.firstLine());
    }

    @Test
    void requiresRevocationListsUnlessToldOtherwise() {
        MintedQuote minted = MintedQuote.genuine(folder).without("pck.crl");
        refused(2, "tdx.crl.missing", minted.verify("--verify-only"));
        refused(2, "tdx.crl.missing", minted.verify("--verify-only", "--crl=required"));
        CommandRun without = minted.verify("--verify-only", "--crl=if-given");
        assertEquals(0, without.status(), without.out());
        says(without.out(), "revocation", "not-given");
    }

    @Test
    void saysSoIfRevocationIsNotChecked() {
        TdxSimulator machine = TdxSimulator.create().revoking(IntelCertificate.PCK);
        CommandRun run = MintedQuote.of(folder, machine).verify("--verify-only", "--crl=off");
        assertEquals(0, run.status(), run.out());
        says(run.out(), "revocation", "off");
        assertTrue(run.out().contains("[noted] tdx.crl.not-checked"), run.out());
        refused(1, "tdx.pck.revoked", MintedQuote.of(folder, machine).verify("--verify-only", "--crl=if-given"));
    }

    @Test
    void usesExpiredCollateralOnlyWithinTheGrace() {
        MintedQuote minted = MintedQuote.genuine(folder);
        // The TCB info ends on 2026-09-12 at 10:45:38, the identity and the PCK list half a day before.
        Object[] late = {
            "verify",
            minted.quote(),
            "--endorsements",
            minted.collateral(),
            "--trust-anchor",
            minted.root(),
            "--verify-only",
            "--at=2026-09-13T00:00:00Z",
            "--grace"
        };
        refused(2, "tdx.tcb-info.validity", CommandRun.of(with(late, "PT0S")));
        refused(2, "tdx.qe-identity.validity", CommandRun.of(with(late, "P1D")));
        CommandRun within = CommandRun.of(with(late, "P2D"));
        assertEquals(0, within.status(), within.out());
        assertTrue(within.out().contains("[noted] tdx.collateral.expired"), within.out());
    }

    @Test
    void takesCollateralFromABundle() {
        MintedQuote minted = MintedQuote.genuine(folder);
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("tcb_info", text(minted.file("tcb-info.json")));
        bundle.put("qe_identity", text(minted.file("qe-identity.json")));
        bundle.put("pck_crl", HexFormat.of().formatHex(Shipped.bytes(minted.file("pck.crl"))));
        bundle.put("root_ca_crl", HexFormat.of().formatHex(Shipped.bytes(minted.file("root.crl"))));
        Path file =
                Shipped.write(folder.resolve("bundle.json"), JsonText.of(bundle).getBytes(StandardCharsets.UTF_8));
        Object[] args = {
            "verify",
            minted.quote(),
            "--trust-anchor",
            minted.root(),
            MintedQuote.AT,
            "--verify-only",
            "--endorsements",
            file,
            "--endorsements"
        };
        CommandRun run = CommandRun.of(with(args, minted.file("tcb-signing.der")));
        assertEquals(0, run.status(), run.out());
    }

    @Test
    void doesNotPassOverCollateralThatIsNone() {
        MintedQuote minted = MintedQuote.genuine(folder);
        Shipped.write(minted.file("notes"), new byte[] {'h', 'i'});
        refused(1, "tdx.endorsement.unreadable", minted.verify("--verify-only"));
    }

    private static void says(String out, String label, String value) {
        String line = "  " + label + " ";
        assertTrue(
                out.lines()
                        .anyMatch(found -> found.startsWith(line)
                                && found.substring(line.length()).strip().equals(value)),
                label + ": " + value + " in\n" + out);
    }

    private static void refused(int status, String code, CommandRun run) {
        assertEquals(status, run.status(), run.out());
        assertTrue(run.out().contains((status == 1 ? "[REJECTS] " : "[LEAVES OPEN] ") + code), run.out());
    }

    private static Object[] with(Object[] args, Object last) {
        Object[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = last;
        return all;
    }

    private static String text(Path file) {
        return new String(Shipped.bytes(file), StandardCharsets.UTF_8);
    }
}
