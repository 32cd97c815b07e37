package dev.assay.policy;

import static dev.assay.policy.SnpFacts.fact;
import static dev.assay.policy.SnpFacts.maybe;
import static dev.assay.policy.SnpFacts.mitigations;
import static dev.assay.policy.SnpFacts.tcb;

import dev.assay.model.Bytes;
import dev.assay.result.TrustClaim;
import dev.assay.snp.GuestPolicyBit;
import dev.assay.snp.PlatformInfoBit;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rules for SEV-SNP reports. Those about single bits are found by {@link #guestPolicy} and {@link #platform}. */
public final class SnpRules {
    private static final long U32 = 0xFFFF_FFFFL;

    /** The launch digest, 48 bytes. */
    public static final PolicyRule<VerifiedReport, Bytes> MEASUREMENT = fact(
                    "measurement",
                    "measurement",
                    ValuesForm.of(48),
                    r -> r.evidence().measurement())
            .bearsOn(TrustClaim.EXECUTABLES, 33)
            .says(
                    "MEASUREMENT, the digest of what was launched, is one of these",
                    "56860, MEASUREMENT",
                    "Compare it with that of the image you expect.");

    /** The digest of the key that signed the ID block, 48 bytes. */
    public static final PolicyRule<VerifiedReport, Bytes> ID_KEY_DIGESTS = maybe(
                    "id-key", "idKeyDigests", ValuesForm.keyDigests(), SnpFacts::idKey, "no ID block")
            .bearsOn(TrustClaim.EXECUTABLES, 33)
            .says(
                    "ID_KEY_DIGEST, the key that signed the ID block, is one of these",
                    "56860, ID_KEY_DIGEST",
                    "Launch the guest with an ID block that is signed by a key you trust.");

    /** The digest of the key that certified the ID key, 48 bytes. */
    public static final PolicyRule<VerifiedReport, Bytes> AUTHOR_KEY_DIGESTS = maybe(
                    "author-key", "authorKeyDigests", ValuesForm.keyDigests(), SnpFacts::authorKey, "no author key")
            .bearsOn(TrustClaim.EXECUTABLES, 33)
            .says(
                    "AUTHOR_KEY_DIGEST, the key that certified the ID key, is one of these",
                    "56860, AUTHOR_KEY_DIGEST and AUTHOR_KEY_EN",
                    "Launch the guest with an ID key that an author you trust has certified.");

    /** Whether there is an ID block. */
    public static final PolicyRule<VerifiedReport, Boolean> ID_BLOCK = fact(
                    "id-block",
                    "idBlock",
                    BitForm.free(),
                    r -> SnpFacts.idKey(r).isPresent())
            .shown(there -> there ? "there" : "none")
            .bearsOn(TrustClaim.EXECUTABLES, 33)
            .says(
                    "the guest was launched with a signed ID block",
                    "56860, ID block",
                    "Launch the guest with an ID block, or without one, as the policy says.");

    /** What the host set at launch, 32 bytes. */
    public static final PolicyRule<VerifiedReport, Bytes> HOST_DATA = fact(
                    "host-data",
                    "hostData",
                    ValuesForm.of(32),
                    r -> r.evidence().hostData())
            .bearsOn(TrustClaim.CONFIGURATION, 96)
            .says(
                    "HOST_DATA, set by the host at launch, is one of these",
                    "56860, HOST_DATA",
                    "Launch the guest with the configuration whose hash you expect.");

    /** The family of images, 16 bytes. */
    public static final PolicyRule<VerifiedReport, Bytes> FAMILY_ID = fact(
                    "family-id",
                    "familyId",
                    ValuesForm.of(16),
                    r -> r.evidence().familyId())
            .bearsOn(TrustClaim.EXECUTABLES, 33)
            .says(
                    "FAMILY_ID of the ID block is one of these",
                    "56860, FAMILY_ID",
                    "Launch the guest with the ID block you expect.");

    /** The image, 16 bytes. */
    public static final PolicyRule<VerifiedReport, Bytes> IMAGE_ID = fact(
                    "image-id", "imageId", ValuesForm.of(16), r -> r.evidence().imageId())
            .bearsOn(TrustClaim.EXECUTABLES, 33)
            .says(
                    "IMAGE_ID of the ID block is one of these",
                    "56860, IMAGE_ID",
                    "Launch the guest with the ID block you expect.");

    /** The least security version of the guest. */
    public static final PolicyRule<VerifiedReport, Long> MIN_GUEST_SVN = fact(
                    "min-guest-svn",
                    "minGuestSvn",
                    new MinimumForm(0, U32),
                    r -> r.evidence().guestSvn())
            .bearsOn(TrustClaim.EXECUTABLES, 32)
            .says("GUEST_SVN of the ID block is not lower", "56860, GUEST_SVN", "Launch a newer release of the guest.");

    /** Who asked for the report. */
    public static final PolicyRule<VerifiedReport, Long> VMPL = fact(
                    "vmpl", "vmpl", new LevelForm(), r -> r.evidence().vmpl())
            .unsaid(Numbers.of(0))
            .bearsOn(TrustClaim.CONFIGURATION, 96)
            .says(
                    "VMPL, the privilege level that asked for the report, is one of these",
                    "56860, VMPL",
                    "Ask for the report from VMPL 0; a lower level cannot speak for the guest, nor can the host.");

    /** The guest's random identity, 32 bytes. */
    public static final PolicyRule<VerifiedReport, Bytes> REPORT_ID = fact(
                    "report-id",
                    "reportId",
                    ValuesForm.of(32),
                    r -> r.evidence().reportId())
            .bearsOn(TrustClaim.INSTANCE_IDENTITY, 97)
            .says(
                    "REPORT_ID, random for each instance, is one of these",
                    "56860, REPORT_ID",
                    "Expect it only of a guest that has not been launched anew.");

    /** The migration agent's random identity, 32 bytes. */
    public static final PolicyRule<VerifiedReport, Bytes> REPORT_ID_MA = fact(
                    "report-id-ma",
                    "reportIdMa",
                    ValuesForm.of(32),
                    r -> r.evidence().reportIdMa())
            .bearsOn(TrustClaim.INSTANCE_IDENTITY, 97)
            .says(
                    "REPORT_ID_MA, the migration agent's REPORT_ID or all ones, is one of these",
                    "56860, REPORT_ID_MA",
                    "Launch the guest with the migration agent you expect, or none.");

    /** The least ABI that the guest insists on. */
    public static final PolicyRule<VerifiedReport, List<Integer>> MIN_ABI = fact(
                    "guest-abi", "guestPolicy.minAbi", new VersionForm(2), SnpFacts::abi)
            .bearsOn(TrustClaim.CONFIGURATION, 32)
            .says(
                    "ABI_MAJOR and ABI_MINOR, the least firmware ABI that the guest allows, are not lower",
                    "56860, POLICY bits 15:0",
                    "Launch the guest with a higher ABI version in its policy.");

    /** Bits of the guest policy without a meaning. */
    public static final PolicyRule<VerifiedReport, Boolean> GUEST_POLICY_RESERVED = fact(
                    "guest-policy-reserved",
                    "guestPolicy.reservedBits",
                    BitForm.only(BitState.FORBIDDEN),
                    r -> r.evidence().policy().unknownBits() != 0
                            || !r.evidence().policy().reservedOneIsSet())
            .unsaid(BitState.FORBIDDEN)
            .shown(odd -> odd ? "reserved bits of the policy have another value" : "as they must be")
            .bearsOn(TrustClaim.CONFIGURATION, 96)
            .says(
                    "bit 17 is one, bits 63:26 are zero",
                    "56860, POLICY bits 17 and 63:26",
                    "Look the bits up in the newest revision of the document.");

    /** Bits of the platform's configuration without a meaning. */
    public static final PolicyRule<VerifiedReport, Boolean> PLATFORM_UNKNOWN = fact(
                    "platform-unknown-bits",
                    "platformInfo.unknownBits",
                    BitForm.only(BitState.FORBIDDEN),
                    r -> r.evidence().platformInfo().unknownBits() != 0)
            .notice("bits that are not known here", SnpFacts::unknownPlatformBits)
            .bearsOn(TrustClaim.CONFIGURATION, 32)
            .says(
                    "no bit of PLATFORM_INFO is set that has no meaning here",
                    "56860, PLATFORM_INFO",
                    "Look the bits up in the newest revision of the document.");

    /** The kind of key that signed. */
    public static final PolicyRule<VerifiedReport, String> SIGNING_KEY = fact(
                    "signing-key",
                    "signingKey",
                    new WordsForm(List.of(SigningKey.VCEK.name(), SigningKey.VLEK.name())),
                    r -> r.signingKey().name())
            .bearsOn(TrustClaim.INSTANCE_IDENTITY, 97)
            .says(
                    "the report is signed by a key of one of these kinds",
                    "56860, SIGNING_KEY",
                    "Ask for a report signed by the other kind of key, if the host has one.");

    /** Who a VLEK was issued to. */
    public static final PolicyRule<VerifiedReport, String> CSP_ID = maybe(
                    "csp-id", "cspId", new WordsForm(List.of()), VerifiedReport::cspId, "no VLEK, so no provider")
            .bearsOn(TrustClaim.INSTANCE_IDENTITY, 97)
            .says(
                    "the cloud provider that the VLEK was issued to is one of these",
                    "58369, cspID",
                    "Run the guest at a provider that you trust.");

    /** The chip, 64 bytes. */
    public static final PolicyRule<VerifiedReport, Bytes> CHIP_ID = maybe(
                    "chip-id", "chipId", ValuesForm.nonZero(64), SnpFacts::chip, "not shown")
            .bearsOn(TrustClaim.INSTANCE_IDENTITY, 97)
            .says("CHIP_ID is one of these", "56860, CHIP_ID", "Run the guest on a machine that you know.");

    /** Whether a VCEK's report hides its chip. */
    public static final PolicyRule<VerifiedReport, Boolean> MASKED_CHIP_ID = maybe(
                    "masked-chip-id", "maskedChipId", BitForm.free(), SnpFacts::masked, "signed by a VLEK, of no chip")
            .unsaid(BitState.FORBIDDEN)
            .shown(hidden -> hidden ? "CHIP_ID is masked" : "CHIP_ID is shown")
            .bearsOn(TrustClaim.INSTANCE_IDENTITY, 97)
            .says(
                    "a report signed by a VCEK shows its chip",
                    "56860, MASK_CHIP_ID",
                    "Ask the host's operator to stop masking CHIP_ID.");

    /** The product. */
    public static final PolicyRule<VerifiedReport, String> PRODUCTS = fact(
                    "products",
                    "products",
                    new WordsForm(
                            Arrays.stream(Product.values()).map(Product::label).toList()),
                    r -> r.product().label())
            .bearsOn(TrustClaim.HARDWARE, 97)
            .says(
                    "the processor is of one of these products",
                    "57230, product names",
                    "Run the guest on a processor that you trust.");

    /** The least version of the report. */
    public static final PolicyRule<VerifiedReport, Long> MIN_REPORT_VERSION = fact(
                    "min-report-version",
                    "minReportVersion",
                    new MinimumForm(2, 5),
                    r -> r.evidence().version())
            .unsaid(new AtLeast(2))
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "VERSION of the report is not lower (2 to 5 are known)",
                    "56860, VERSION",
                    "Run the guest on newer firmware.");

    /** Floors for REPORTED_TCB. */
    public static final PolicyRule<VerifiedReport, ScopedTcb> MIN_TCB =
            tcb("min-tcb", "minTcb", VerifiedReport::reportedTcb, "REPORTED_TCB, which the certificate vouches for,");

    /** Floors for COMMITTED_TCB. */
    public static final PolicyRule<VerifiedReport, ScopedTcb> MIN_COMMITTED_TCB = tcb(
            "min-committed-tcb",
            "minCommittedTcb",
            VerifiedReport::committedTcb,
            "COMMITTED_TCB, below which the platform cannot be rolled back,");

    /** Floors for CURRENT_TCB. */
    public static final PolicyRule<VerifiedReport, ScopedTcb> MIN_CURRENT_TCB =
            tcb("min-current-tcb", "minCurrentTcb", VerifiedReport::currentTcb, "CURRENT_TCB, which runs now,");

    /** Floors for LAUNCH_TCB. */
    public static final PolicyRule<VerifiedReport, ScopedTcb> MIN_LAUNCH_TCB = tcb(
            "min-launch-tcb", "minLaunchTcb", VerifiedReport::launchTcb, "LAUNCH_TCB, under which the guest started,");

    /** The least firmware that runs. */
    public static final PolicyRule<VerifiedReport, List<Integer>> MIN_FIRMWARE = fact(
                    "min-firmware",
                    "minFirmware",
                    new VersionForm(3),
                    r -> SnpFacts.parts(r.evidence().currentVersion()))
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "CURRENT_MAJOR, _MINOR and _BUILD, as one version, are not lower",
                    "56860, CURRENT_MAJOR, CURRENT_MINOR and CURRENT_BUILD",
                    "Have the host's operator update the SEV firmware.");

    /** The least firmware that is committed. */
    public static final PolicyRule<VerifiedReport, List<Integer>> MIN_COMMITTED_FIRMWARE = fact(
                    "min-committed-firmware",
                    "minCommittedFirmware",
                    new VersionForm(3),
                    r -> SnpFacts.parts(r.evidence().committedVersion()))
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "COMMITTED_MAJOR, _MINOR and _BUILD, as one version, are not lower",
                    "56860, COMMITTED_MAJOR, COMMITTED_MINOR and COMMITTED_BUILD",
                    "Have the host's operator commit the SEV firmware.");

    /** Firmware that can be rolled back. */
    public static final PolicyRule<VerifiedReport, Boolean> PROVISIONAL_FIRMWARE = fact(
                    "provisional-firmware", "provisionalFirmware", BitForm.free(), SnpFacts::provisional)
            .shown(odd -> odd ? "not committed" : "committed")
            .notice("firmware that is not committed", SnpFacts::provisionalNotice)
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "the firmware is provisional: committed and current differ, so that it can be rolled back",
                    "56860, COMMITTED_TCB and COMMITTED_BUILD",
                    "Have the host's operator commit the SEV firmware.");

    /** Mitigations at launch. */
    public static final PolicyRule<VerifiedReport, Long> LAUNCH_MITIGATIONS = mitigations(
            "launch-mitigations",
            "launchMitVector",
            "LAUNCH_MIT_VECTOR",
            r -> r.evidence().launchMitVector());

    /** Mitigations now. */
    public static final PolicyRule<VerifiedReport, Long> CURRENT_MITIGATIONS = mitigations(
            "current-mitigations",
            "currentMitVector",
            "CURRENT_MIT_VECTOR",
            r -> r.evidence().currentMitVector());

    /** How old the key's certificate may be. */
    public static final PolicyRule<VerifiedReport, Long> MAX_CERTIFICATE_AGE = fact(
                    "max-certificate-age", "maxCertificateAgeDays", new DaysForm(), SnpFacts::certificateAge)
            .bearsOn(TrustClaim.HARDWARE, 32)
            .says(
                    "the VCEK or VLEK certificate was not issued longer ago",
                    "57230 and 58369, validity",
                    "Get the certificate again from AMD.");

    static final RuleTable<VerifiedReport> TABLE = new RuleTable<>("snp", all());

    private SnpRules() {}

    /**
     * The rule about a bit of the guest policy. DEBUG and MIGRATE_MA are forbidden by default.
     *
     * @param bit the bit
     * @return its rule
     */
    public static PolicyRule<VerifiedReport, Boolean> guestPolicy(GuestPolicyBit bit) {
        return BitRules.of(SnpBitRules.GUEST_POLICY, bit);
    }

    /**
     * The rule about a bit of the platform's configuration.
     *
     * @param bit the bit
     * @return its rule
     */
    public static PolicyRule<VerifiedReport, Boolean> platform(PlatformInfoBit bit) {
        return BitRules.of(SnpBitRules.PLATFORM, bit);
    }

    /**
     * All rules for SEV-SNP reports.
     *
     * @return an immutable list in the order of results
     */
    public static List<PolicyRule<VerifiedReport, ?>> rules() {
        return TABLE.rules();
    }

    private static List<PolicyRule<VerifiedReport, ?>> all() {
        List<PolicyRule<VerifiedReport, ?>> all = new ArrayList<>(
                List.of(MEASUREMENT, ID_KEY_DIGESTS, AUTHOR_KEY_DIGESTS, ID_BLOCK, HOST_DATA, FAMILY_ID, IMAGE_ID));
        all.addAll(List.of(MIN_GUEST_SVN, VMPL, REPORT_ID, REPORT_ID_MA));
        all.addAll(SnpBitRules.GUEST_POLICY.values());
        all.addAll(List.of(MIN_ABI, GUEST_POLICY_RESERVED));
        all.addAll(SnpBitRules.PLATFORM.values());
        all.add(PLATFORM_UNKNOWN);
        all.addAll(List.of(SIGNING_KEY, CSP_ID, CHIP_ID, MASKED_CHIP_ID, PRODUCTS, MIN_REPORT_VERSION));
        all.addAll(List.of(MIN_TCB, MIN_COMMITTED_TCB, MIN_CURRENT_TCB, MIN_LAUNCH_TCB));
        all.addAll(List.of(MIN_FIRMWARE, MIN_COMMITTED_FIRMWARE, PROVISIONAL_FIRMWARE));
        all.addAll(List.of(LAUNCH_MITIGATIONS, CURRENT_MITIGATIONS, MAX_CERTIFICATE_AGE));
        return all;
    }
}
