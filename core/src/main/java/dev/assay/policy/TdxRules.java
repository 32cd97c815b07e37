package dev.assay.policy;

import static dev.assay.policy.TdxFacts.fact;
import static dev.assay.policy.TdxFacts.maybe;
import static dev.assay.policy.TdxFacts.measurement;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.result.TrustClaim;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.TdReport;
import dev.assay.tdx.TeeTcbSvn;
import dev.assay.tdx.XfamFeature;
import dev.assay.verify.VerifiedQuote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules for TDX quotes. Those about single bits are found by {@link #attribute} and {@link #xfam}. */
public final class TdxRules {
    /** The TD's initial contents, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> MR_TD = measurement(
            "mr-td",
            "mrTd",
            TdReport::mrTd,
            TrustClaim.EXECUTABLES,
            33,
            "MRTD, the measurement of the TD as it was built,");

    /** Registers that belong together. */
    public static final PolicyRule<VerifiedQuote, TdReport> REGISTERS = fact(
                    "registers",
                    "registers",
                    new RegistersForm(),
                    q -> q.evidence().body())
            .bearsOn(TrustClaim.EXECUTABLES, 33)
            .says(
                    "the registers are together as in one of these releases",
                    "Intel TDX module, MRTD, MRCONFIGID and RTMR0 to RTMR3",
                    "Compare them with those of the releases you expect.");

    /** Run-time measurements of the firmware, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> RTMR0 = measurement(
            "rtmr0", "rtmr0", TdReport::rtmr0, TrustClaim.EXECUTABLES, 33, "RTMR0, by convention the firmware's,");

    /** Run-time measurements of the boot loader and kernel, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> RTMR1 = measurement(
            "rtmr1", "rtmr1", TdReport::rtmr1, TrustClaim.EXECUTABLES, 33, "RTMR1, by convention the kernel's,");

    /** Run-time measurements of the operating system, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> RTMR2 = measurement(
            "rtmr2", "rtmr2", TdReport::rtmr2, TrustClaim.EXECUTABLES, 33, "RTMR2, by convention the system's,");

    /** Run-time measurements of the application, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> RTMR3 = measurement(
            "rtmr3", "rtmr3", TdReport::rtmr3, TrustClaim.EXECUTABLES, 33, "RTMR3, by convention the application's,");

    /** The host's value for configuration, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> MR_CONFIG_ID = measurement(
            "mr-config-id",
            "mrConfigId",
            TdReport::mrConfigId,
            TrustClaim.CONFIGURATION,
            96,
            "MRCONFIGID, the configuration that the host gave,");

    /** The host's value for the owner, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> MR_OWNER = measurement(
            "mr-owner",
            "mrOwner",
            TdReport::mrOwner,
            TrustClaim.CONFIGURATION,
            96,
            "MROWNER, the owner that the host gave,");

    /** The host's value for the owner's configuration, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> MR_OWNER_CONFIG = measurement(
            "mr-owner-config",
            "mrOwnerConfig",
            TdReport::mrOwnerConfig,
            TrustClaim.CONFIGURATION,
            96,
            "MROWNERCONFIG, the owner's configuration that the host gave,");

    /** The TDX module, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> MR_SEAM = measurement(
            "mr-seam",
            "mrSeam",
            TdReport::mrSeam,
            TrustClaim.HARDWARE,
            97,
            "MRSEAM, the measurement of the TDX module,");

    /** The TDX module's signer, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> MR_SIGNER_SEAM = measurement(
            "mr-signer-seam",
            "mrSignerSeam",
            TdReport::mrSignerSeam,
            TrustClaim.HARDWARE,
            97,
            "MRSIGNERSEAM, the signer of the TDX module, zero for Intel,");

    /** Service TDs that are bound to the TD, 48 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> MR_SERVICE_TD = maybe(
                    "service-td", "mrServiceTd", ValuesForm.of(48), TdxFacts::serviceTd, "not stated before TDX 1.5")
            .unsaid(Values.of(TdxFacts.NO_SERVICE_TD))
            .shown(hash -> hash.isZero() ? "none bound" : hash.hex())
            .bearsOn(TrustClaim.CONFIGURATION, 96)
            .says(
                    "MRSERVICETD, the hash of bound service TDs, zero for none, is one of these",
                    "Intel TDX module, MRSERVICETD",
                    "Launch the TD without a service TD, or list the one you trust.");

    /** Whether the host can look into the TD. */
    public static final PolicyRule<VerifiedQuote, Boolean> DEBUG = fact(
                    "td-debug",
                    "debug",
                    BitForm.free(),
                    q -> q.evidence().body().tdAttributes().tud())
            .unsaid(BitState.FORBIDDEN)
            .shown(set -> set ? "under debug" : "not under debug")
            .bearsOn(TrustClaim.CONFIGURATION, 96)
            .says(
                    "TDATTRIBUTES bits 7:0, any set: the TD is under debug and nothing in it is secret",
                    "Intel TDX module, TDATTRIBUTES.TUD",
                    "Build the TD without debug attributes.");

    /** Attributes without a meaning. */
    public static final PolicyRule<VerifiedQuote, Boolean> ATTRIBUTES_UNKNOWN = fact(
                    "td-unknown-bits",
                    "attributes.unknownBits",
                    BitForm.only(BitState.FORBIDDEN),
                    q -> q.evidence().body().tdAttributes().unknownBits() != 0)
            .notice("bits that are not known here", TdxFacts::unknownAttributes)
            .bearsOn(TrustClaim.CONFIGURATION, 32)
            .says(
                    "no bit of TDATTRIBUTES is set that has no meaning here",
                    "Intel TDX module, TDATTRIBUTES",
                    "Look the bits up in the newest revision of the document.");

    /** Attributes under a mask, 8 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> ATTRIBUTES_MASKED = fact(
                    "td-attributes",
                    "attributes.masked",
                    new MaskedForm(8),
                    q -> q.evidence().body().tdAttributes().raw())
            .bearsOn(TrustClaim.CONFIGURATION, 96)
            .says(
                    "TDATTRIBUTES has this value under the mask",
                    "Intel TDX module, TDATTRIBUTES",
                    "Build the TD with the attributes you expect.");

    /** Extended features under a mask, 8 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> XFAM_MASKED = fact(
                    "xfam",
                    "xfam.masked",
                    new MaskedForm(8),
                    q -> q.evidence().body().xfam().raw())
            .bearsOn(TrustClaim.CONFIGURATION, 96)
            .says(
                    "XFAM has this value under the mask",
                    "Intel TDX module, XFAM",
                    "Build the TD with the features you expect.");

    /** Extended features without a meaning. */
    public static final PolicyRule<VerifiedQuote, Boolean> XFAM_UNKNOWN = fact(
                    "xfam-unknown-bits",
                    "xfam.unknownBits",
                    BitForm.only(BitState.FORBIDDEN),
                    q -> q.evidence().body().xfam().unknownBits() != 0)
            .notice("bits that are not known here, or that no TD can have so", TdxFacts::strangeFeatures)
            .bearsOn(TrustClaim.CONFIGURATION, 32)
            .says(
                    "no bit of XFAM is set that has no meaning here",
                    "Intel TDX module, XFAM",
                    "Look the bits up in the newest revision of the document.");

    /** Floors for TEE_TCB_SVN. */
    public static final PolicyRule<VerifiedQuote, TeeTcbSvn> MIN_TEE_TCB_SVN = fact(
                    "min-tee-tcb-svn",
                    "minTeeTcbSvn",
                    new SvnForm(),
                    q -> q.evidence().body().teeTcbSvn())
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "TEE_TCB_SVN is not lower in any component",
                    "Intel TDX module, TEE_TCB_SVN",
                    "Have the host's operator update TDX module and microcode.");

    /** Intel's judgement. */
    public static final PolicyRule<VerifiedQuote, TcbState> TCB_STATUS = fact(
                    "tcb-status", "tcbStatus", new StatusForm(), TdxFacts::state)
            .unsaid(AcceptedStatuses.of(TcbStatus.UP_TO_DATE))
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "the TCB status is one of these",
                    "Intel PCS, TCB info",
                    "Have the host's operator update the platform, then relaunch the TD.");

    /** Advisories that are not accepted. */
    public static final PolicyRule<VerifiedQuote, List<String>> REJECTED_ADVISORIES = fact(
                    "rejected-advisories", "rejectedAdvisories", new AdvisoriesForm(), VerifiedQuote::advisories)
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "none of these security advisories applies",
                    "Intel PCS, TCB info, advisoryIDs",
                    "Have the host's operator apply what the advisory says.");

    /** The least evaluation number. */
    public static final PolicyRule<VerifiedQuote, Long> MIN_EVALUATION_NUMBER = fact(
                    "min-evaluation-number",
                    "minEvaluationNumber",
                    new MinimumForm(0, Integer.MAX_VALUE),
                    TdxFacts::evaluationNumber)
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "tcbEvaluationDataNumber, the lower of TCB info and QE identity, is not lower",
                    "Intel PCS, tcbEvaluationDataNumber",
                    "Get newer collateral from Intel.");

    /** The least TCB date. */
    public static final PolicyRule<VerifiedQuote, Instant> MIN_TCB_DATE = fact(
                    "min-tcb-date", "minTcbDate", new TimeForm(), VerifiedQuote::tcbDate)
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "tcbDate, to which the TCB stands for everything known, is not earlier",
                    "Intel PCS, TCB info, tcbDate",
                    "Have the host's operator update the platform.");

    /** How long the platform may have lagged. */
    public static final PolicyRule<VerifiedQuote, Long> MAX_TCB_AGE = fact(
                    "max-tcb-age", "maxTcbAgeDays", new DaysForm(), TdxFacts::tcbAge)
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "the oldest update that the platform lacks is not older",
                    "Intel PCS, TCB info, tcbDate",
                    "Have the host's operator update the platform.");

    /** How old collateral may be. */
    public static final PolicyRule<VerifiedQuote, Long> MAX_COLLATERAL_AGE = fact(
                    "max-collateral-age", "maxCollateralAgeDays", new DaysForm(), TdxFacts::collateralAge)
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "TCB info and QE identity were not issued longer ago",
                    "Intel PCS, issueDate",
                    "Get newer collateral from Intel.");

    /** The least quoting enclave. */
    public static final PolicyRule<VerifiedQuote, Long> MIN_QE_SVN = fact(
                    "min-qe-svn", "minQeSvn", new MinimumForm(0, 65_535), q ->
                            (long) q.evidence().signatureData().qeReport().isvSvn())
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "ISVSVN of the quoting enclave's report is not lower",
                    "Intel SGX, REPORTBODY.ISVSVN",
                    "Have the host's operator update the quoting enclave.");

    /** The kind of platform, 6 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> FMSPC = fact(
                    "fmspc", "fmspc", ValuesForm.of(6), VerifiedQuote::fmspc)
            .bearsOn(TrustClaim.HARDWARE, 97)
            .says(
                    "FMSPC, the kind of platform, is one of these",
                    "Intel PCK certificate profile, FMSPC",
                    "Run the TD on a platform that you trust.");

    /** The machine, 16 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> PPID = fact(
                    "ppid", "ppid", ValuesForm.of(16), VerifiedQuote::ppid)
            .bearsOn(TrustClaim.INSTANCE_IDENTITY, 97)
            .says(
                    "PPID, the machine, is one of these",
                    "Intel PCK certificate profile, PPID",
                    "Run the TD on a machine that you know.");

    /** The machine's installation, 16 bytes. */
    public static final PolicyRule<VerifiedQuote, Bytes> PLATFORM_INSTANCE_ID = maybe(
                    "platform-instance-id",
                    "platformInstanceId",
                    ValuesForm.of(16),
                    VerifiedQuote::platformInstanceId,
                    "none: the platform has one package")
            .bearsOn(TrustClaim.INSTANCE_IDENTITY, 97)
            .says(
                    "the platform instance id is one of these",
                    "Intel PCK certificate profile, Platform Instance ID",
                    "Run the TD on a machine that you know.");

    static final RuleTable<VerifiedQuote> TABLE = new RuleTable<>("tdx", all());

    private TdxRules() {}

    /**
     * The rule about a bit of TDATTRIBUTES.
     *
     * @param attribute the bit
     * @return its rule; empty for DEBUG, which {@link #DEBUG} judges with its whole group
     */
    public static Optional<PolicyRule<VerifiedQuote, Boolean>> attribute(TdAttribute attribute) {
        return Optional.ofNullable(TdxBitRules.ATTRIBUTES.get(attribute));
    }

    /**
     * The rule about a bit of XFAM.
     *
     * @param feature the bit
     * @return its rule
     */
    public static PolicyRule<VerifiedQuote, Boolean> xfam(XfamFeature feature) {
        return BitRules.of(TdxBitRules.XFAM, feature);
    }

    /**
     * The rule about a flag of the platform's configuration.
     *
     * @param flag which flag
     * @return its rule
     */
    public static PolicyRule<VerifiedQuote, Boolean> platform(PlatformFlag flag) {
        return BitRules.of(TdxBitRules.PLATFORM, flag);
    }

    /**
     * All rules for TDX quotes.
     *
     * @return an immutable list in the order of results
     */
    public static List<PolicyRule<VerifiedQuote, ?>> rules() {
        return TABLE.rules();
    }

    private static List<PolicyRule<VerifiedQuote, ?>> all() {
        List<PolicyRule<VerifiedQuote, ?>> all = new ArrayList<>(
                List.of(MR_TD, REGISTERS, RTMR0, RTMR1, RTMR2, RTMR3, MR_CONFIG_ID, MR_OWNER, MR_OWNER_CONFIG));
        all.addAll(List.of(MR_SEAM, MR_SIGNER_SEAM, MR_SERVICE_TD, DEBUG));
        all.addAll(TdxBitRules.ATTRIBUTES.values());
        all.addAll(List.of(ATTRIBUTES_UNKNOWN, ATTRIBUTES_MASKED));
        all.addAll(TdxBitRules.XFAM.values());
        all.addAll(List.of(XFAM_UNKNOWN, XFAM_MASKED));
        all.addAll(List.of(MIN_TEE_TCB_SVN, TCB_STATUS, REJECTED_ADVISORIES, MIN_EVALUATION_NUMBER, MIN_TCB_DATE));
        all.addAll(List.of(MAX_TCB_AGE, MAX_COLLATERAL_AGE, MIN_QE_SVN, FMSPC, PPID, PLATFORM_INSTANCE_ID));
        all.addAll(TdxBitRules.PLATFORM.values());
        return all;
    }
}
