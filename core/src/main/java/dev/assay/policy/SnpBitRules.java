package dev.assay.policy;

import dev.assay.result.TrustClaim;
import dev.assay.snp.GuestPolicyBit;
import dev.assay.snp.PlatformInfoBit;
import dev.assay.verify.VerifiedReport;
import java.util.Map;

/** The rules about single bits of an SEV-SNP report: one for each bit that has a name. */
final class SnpBitRules {
    static final Map<GuestPolicyBit, PolicyRule<VerifiedReport, Boolean>> GUEST_POLICY =
            BitRules.each(GuestPolicyBit.class, SnpBitRules::of);
    static final Map<PlatformInfoBit, PolicyRule<VerifiedReport, Boolean>> PLATFORM =
            BitRules.each(PlatformInfoBit.class, SnpBitRules::of);

    private SnpBitRules() {}

    private static PolicyRule<VerifiedReport, Boolean> of(GuestPolicyBit bit) {
        return SnpFacts.fact(
                        Names.code(bit.label()),
                        "guestPolicy." + bit.label(),
                        BitForm.free(),
                        r -> r.evidence().policy().has(bit))
                .unsaid(unsaid(bit))
                .bearsOn(TrustClaim.CONFIGURATION, 96)
                .says(
                        bit.name() + " of the guest policy, set: " + bit.meaning(),
                        "56860, POLICY bit " + bit.bit(),
                        "Launch the guest with " + bit.name() + " as the policy says.");
    }

    /** The two that let others read the guest's memory. */
    private static Demand<Boolean> unsaid(GuestPolicyBit bit) {
        return bit == GuestPolicyBit.DEBUG || bit == GuestPolicyBit.MIGRATE_MA ? BitState.FORBIDDEN : Demand.any();
    }

    private static PolicyRule<VerifiedReport, Boolean> of(PlatformInfoBit bit) {
        return SnpFacts.fact(
                        "platform-" + Names.code(bit.label()),
                        "platformInfo." + bit.label(),
                        BitForm.free(),
                        r -> r.evidence().platformInfo().has(bit))
                .bearsOn(TrustClaim.CONFIGURATION, 32)
                .says(
                        bit.name() + " of the platform, set: " + bit.meaning(),
                        "56860, PLATFORM_INFO bit " + bit.bit(),
                        "Run the guest on a host with " + bit.name() + " as the policy says.");
    }
}
