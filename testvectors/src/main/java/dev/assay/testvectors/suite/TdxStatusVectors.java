package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import dev.assay.testvectors.manifest.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The TCB status that is concluded from platform, module and quoting enclave. */
final class TdxStatusVectors {
    private static final String GOOD = TdxQuoteVectors.GOOD;
    private static final String ADVISORY_1 = "INTEL-SA-01036";
    private static final String ADVISORY_2 = "INTEL-SA-01245";
    private static final String MODULE_ADVISORY = "INTEL-SA-01192";
    private static final String QE_ADVISORY = "INTEL-SA-00837";

    private final Chapter chapter = new Chapter("tdx/status");
    private final TdxForge forge;

    private TdxStatusVectors(TdxForge forge) {
        this.forge = forge;
    }

    static Expected upToDate() {
        return Expected.of(Verdict.VERIFIED).tcb("UpToDate", "2025-08-13T00:00:00Z");
    }

    static List<SuiteVector> of(TdxForge forge) {
        TdxStatusVectors all = new TdxStatusVectors(forge);
        all.platform();
        all.parts();
        all.components();
        all.relaunch();
        return all.chapter.vectors();
    }

    private static String code(TdxStatus status) {
        return "tdx.tcb." + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Expected verified(TdxStatus status) {
        return status == TdxStatus.UP_TO_DATE
                ? Expected.of(Verdict.VERIFIED).tcb(status.label())
                : Expected.of(Verdict.VERIFIED, code(status)).tcb(status.label());
    }

    private void status(String name, TdxSimulator machine, TdxStatus status, Flag flag, String because) {
        chapter.differing(GOOD, name, TdxGiven.of(machine), verified(status), flag, because);
    }

    private void platform() {
        TdxSimulator machine = forge.machine();
        for (TdxStatus status : TdxStatus.values()) {
            if (status == TdxStatus.UP_TO_DATE || status == TdxStatus.REVOKED) {
                continue;
            }
            boolean relaunch = status.name().startsWith("TD_RELAUNCH");
            status(
                    "platform-" + status.label(),
                    machine.status(TcbPart.PLATFORM, status),
                    status,
                    relaunch ? Flag.RELAUNCH : Flag.TCB_STATUS,
                    relaunch
                            ? "the TD was launched before the last update of the microcode"
                            : "the platform has fallen behind to a level of this status");
        }
        chapter.differing(
                GOOD,
                "platform-out-of-date-facts",
                TdxGiven.of(machine.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE)),
                Expected.of(Verdict.VERIFIED, "tdx.tcb.out-of-date")
                        .tcb("OutOfDate", "2024-03-13T00:00:00Z", ADVISORY_1, ADVISORY_2),
                Flag.TCB_STATUS,
                "date and advisories are those of the level that was reached");
        revoked("platform-revoked", TcbPart.PLATFORM);
        revoked("module-revoked", TcbPart.MODULE);
        revoked("qe-revoked", TcbPart.QUOTING_ENCLAVE);
        below("platform-below-all-levels", TcbPart.PLATFORM, "tdx.tcb.not-supported");
        below("module-below-all-levels", TcbPart.MODULE, "tdx.tcb.module-not-supported");
        below("qe-below-all-levels", TcbPart.QUOTING_ENCLAVE, "tdx.tcb.qe-not-supported");
    }

    private void revoked(String name, TcbPart part) {
        chapter.rejected(
                GOOD,
                name,
                forge.machine(machine -> machine.status(part, TdxStatus.REVOKED)),
                "tdx.tcb.revoked",
                Flag.TCB_REVOKED,
                "the TCB of this part is revoked");
    }

    private void below(String name, TcbPart part, String code) {
        chapter.rejected(
                GOOD,
                name,
                forge.machine(machine -> machine.belowAllLevels(part)),
                code,
                Flag.TCB_NOT_SUPPORTED,
                "the part is older than all levels that there are for it");
    }

    private void parts() {
        TdxSimulator machine = forge.machine();
        TdxSimulator module = machine.status(TcbPart.MODULE, TdxStatus.OUT_OF_DATE);
        TdxSimulator qe = machine.status(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE);
        String merged = "the worst of the parts counts, and what must be configured besides";
        status("module-OutOfDate", module, TdxStatus.OUT_OF_DATE, Flag.STATUS_MERGE, merged);
        status("qe-OutOfDate", qe, TdxStatus.OUT_OF_DATE, Flag.STATUS_MERGE, merged);
        for (TdxStatus own : List.of(
                TdxStatus.SW_HARDENING_NEEDED,
                TdxStatus.CONFIGURATION_NEEDED,
                TdxStatus.CONFIGURATION_AND_SW_HARDENING_NEEDED,
                TdxStatus.OUT_OF_DATE_CONFIGURATION_NEEDED)) {
            boolean configuration = own != TdxStatus.SW_HARDENING_NEEDED;
            TdxStatus both = configuration ? TdxStatus.OUT_OF_DATE_CONFIGURATION_NEEDED : TdxStatus.OUT_OF_DATE;
            status(
                    "module-OutOfDate-platform-" + own.label(),
                    module.status(TcbPart.PLATFORM, own),
                    both,
                    Flag.STATUS_MERGE,
                    merged);
            status(
                    "qe-OutOfDate-platform-" + own.label(),
                    qe.status(TcbPart.PLATFORM, own),
                    both,
                    Flag.STATUS_MERGE,
                    merged);
        }
        chapter.differing(
                GOOD,
                "all-out-of-date",
                TdxGiven.of(module.status(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE)
                        .status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE)),
                Expected.of(Verdict.VERIFIED, "tdx.tcb.out-of-date")
                        .tcb("OutOfDate", "2023-02-15T00:00:00Z", QE_ADVISORY, ADVISORY_1, MODULE_ADVISORY, ADVISORY_2),
                Flag.STATUS_MERGE,
                "the date is the earliest, the advisories are those of all parts");
        chapter.rejected(
                GOOD,
                "module-revoked-platform-out-of-date",
                TdxGiven.of(machine.status(TcbPart.MODULE, TdxStatus.REVOKED)
                        .status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE)),
                "tdx.tcb.revoked",
                Flag.TCB_REVOKED,
                "a revoked module is not outvoted by the platform");
    }

    private void components() {
        TdxSimulator first = forge.machine()
                .tcbInfo(info -> info.level(0, level -> level.withTdx(0, 200).withTdx(1, 200)));
        status(
                "first-two-tdx-components-with-module-1",
                first,
                TdxStatus.UP_TO_DATE,
                Flag.TCB_COMPONENTS,
                "modules of major version 1 and above have levels of their own, in place of the first two components");
        status(
                "first-two-tdx-components-with-module-0",
                first.module(0),
                TdxStatus.OUT_OF_DATE,
                Flag.TCB_COMPONENTS,
                "for modules of major version 0 all 16 TDX components are compared");
        status(
                "last-tdx-component",
                forge.machine().tcbInfo(info -> info.level(0, level -> level.withTdx(15, 1))),
                TdxStatus.OUT_OF_DATE,
                Flag.TCB_COMPONENTS,
                "the last TDX component falls short of the newest level");
        status(
                "last-sgx-component",
                forge.machine()
                        .tcbInfo(info ->
                                info.level(0, level -> level.withSgx(15, 1)).level(1, level -> level.withSgx(15, 1))),
                TdxStatus.OUT_OF_DATE,
                Flag.TCB_COMPONENTS,
                "the last SGX component falls short of the two newest levels");
        byte[] high = new byte[16];
        Arrays.fill(high, (byte) 0xFF);
        chapter.differing(
                GOOD,
                "raw-cpu-svn-is-higher",
                TdxGiven.of(forge.machine()
                        .status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE)
                        .platform(right -> right.cpuSvn(high))),
                verified(TdxStatus.OUT_OF_DATE),
                Flag.TCB_COMPONENTS,
                "the 16 component versions count, not the raw CPUSVN");
        chapter.rejected(
                "tdx/quote/version-4",
                "tee-tcb-svn-zero",
                TdxGiven.of(forge.machine().quote(4, Kind.TD_1_0, td -> td.set(TdField.TEE_TCB_SVN, new byte[16]))),
                "tdx.tcb.not-supported",
                Flag.TCB_COMPONENTS,
                "a TEE_TCB_SVN of zeros is compared like any other");
    }

    private void relaunch() {
        TdxSimulator behind = forge.machine().status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED);
        chapter.differing(
                "tdx/quote/version-4",
                "relaunch-not-known-in-1-0",
                TdxGiven.of(behind.quote(4, Kind.TD_1_0, td -> td)),
                verified(TdxStatus.OUT_OF_DATE),
                Flag.RELAUNCH,
                "without TEE_TCB_SVN_2 nothing is known of the present TCB");
        status(
                "relaunch-with-qe-out-of-date",
                behind.status(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE),
                TdxStatus.OUT_OF_DATE,
                Flag.RELAUNCH,
                "a relaunch alone would not help, the quoting enclave is out of date too");
        byte[] older = forge.machine().reportTemplate(Kind.TD_1_5).bytes(TdField.TEE_TCB_SVN);
        older[2] = 3;
        TdxSimulator revoking = forge.machine().tcbInfo(info -> info.level(1, level -> level.withStatus("Revoked")));
        chapter.differing(
                GOOD,
                "present-tcb-revoked",
                TdxGiven.of(revoking.quote(5, Kind.TD_1_5, td -> td.set(TdField.TEE_TCB_SVN_2, older))),
                Expected.of(Verdict.VERIFIED, "tdx.tcb.current-revoked").tcb("UpToDate"),
                Flag.RELAUNCH,
                "the TCB at launch stands; that the platform went back to a revoked one is remarked upon");
        byte[] none = new byte[16];
        none[0] = 6;
        none[1] = 1;
        chapter.rejected(
                GOOD,
                "present-tcb-below-all-levels",
                TdxGiven.of(forge.machine().quote(5, Kind.TD_1_5, td -> td.set(TdField.TEE_TCB_SVN_2, none))),
                "tdx.tcb.not-supported",
                Flag.RELAUNCH,
                "the present TCB reaches no level");
    }
}
