package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.GuestPolicyBit;
import dev.assay.snp.PlatformInfoBit;
import dev.assay.snp.TcbComponent;
import dev.assay.snp.TcbVersion;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.TdReport;
import dev.assay.tdx.TdReportSince15;
import dev.assay.verify.CrlState;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drafts a policy from verified evidence: it pins what the evidence shows and accepts that evidence. A draft is for an
 * author to read and to loosen: it says what is, not what is good. Report data stays open, since it is another every time.
 */
public final class PolicyDraft {
    /** Bits of the platform that protect the guest. Others, multithreading for instance, are the host's to choose. */
    private static final Set<PlatformInfoBit> PROTECTING = Set.of(
            PlatformInfoBit.RAPL_DIS,
            PlatformInfoBit.CIPHERTEXT_HIDING_DRAM_EN,
            PlatformInfoBit.ALIAS_CHECK_COMPLETE,
            PlatformInfoBit.IOMMU_WRITE_SAFE);

    private PolicyDraft() {}

    /**
     * Drafts a policy.
     *
     * @param verified the evidence
     * @param id what to call the policy
     * @param version which edition it is
     * @return a policy that accepts the evidence
     * @throws PolicyException if id or version is not 1 to 200 characters, or the evidence shows what no policy accepts,
     *     for instance a VMPL that does not exist
     */
    public static PlainPolicy from(Verified<?> verified, String id, String version) {
        PolicyBuilder builder = Policy.builder(id, version).reportData(Demand.any());
        if (verified instanceof VerifiedReport report) {
            pin(builder, report.chain().get(2).keyFingerprint(), report.crlState());
            builder.snp(snp(report));
        } else {
            VerifiedQuote quote = (VerifiedQuote) verified;
            pin(builder, quote.chain().get(2).keyFingerprint(), quote.crlState());
            builder.tdx(tdx(quote));
        }
        return builder.build();
    }

    private static void pin(PolicyBuilder builder, Bytes root, CrlState crls) {
        if (!TrustedRoots.vendorsOnly().accepts(root)) {
            builder.with(CommonRules.TRUST_ANCHORS, new TrustedRoots(false, List.of(root)));
        }
        if (crls == CrlState.CHECKED) {
            builder.with(CommonRules.REVOCATION, BitState.REQUIRED);
        }
    }

    private static PolicySection<VerifiedReport> snp(VerifiedReport verified) {
        AttestationReport report = verified.evidence();
        PolicySection<VerifiedReport> section = PolicySection.snp()
                .with(SnpRules.MEASUREMENT, Values.of(report.measurement()))
                .with(SnpRules.HOST_DATA, Values.of(report.hostData()))
                .with(SnpRules.VMPL, Numbers.of(report.vmpl()))
                .with(SnpRules.SIGNING_KEY, Words.of(verified.signingKey().name()))
                .with(SnpRules.PRODUCTS, Words.of(verified.product().label()))
                .with(SnpRules.MIN_REPORT_VERSION, new AtLeast(report.version()))
                .with(SnpRules.MIN_TCB, floors(verified, verified.reportedTcb()))
                .with(SnpRules.MIN_LAUNCH_TCB, floors(verified, verified.launchTcb()))
                .with(SnpRules.MIN_FIRMWARE, new VersionFloor(SnpFacts.parts(report.currentVersion())));
        section = identity(section, verified);
        for (GuestPolicyBit bit : GuestPolicyBit.values()) {
            section = section.with(
                    SnpRules.guestPolicy(bit), BitState.as(report.policy().has(bit)));
        }
        if (report.policy().unknownBits() != 0 || !report.policy().reservedOneIsSet()) {
            section = section.with(SnpRules.GUEST_POLICY_RESERVED, Demand.any());
        }
        for (PlatformInfoBit bit : PROTECTING.stream().sorted().toList()) {
            if (report.platformInfo().has(bit)) {
                section = section.with(SnpRules.platform(bit), BitState.REQUIRED);
            }
        }
        return section;
    }

    private static PolicySection<VerifiedReport> identity(
            PolicySection<VerifiedReport> start, VerifiedReport verified) {
        PolicySection<VerifiedReport> section = start;
        if (SnpFacts.idKey(verified).isPresent()) {
            section = section.with(
                            SnpRules.ID_KEY_DIGESTS,
                            Values.of(verified.evidence().idKeyDigest()))
                    .with(SnpRules.FAMILY_ID, Values.of(verified.evidence().familyId()))
                    .with(SnpRules.IMAGE_ID, Values.of(verified.evidence().imageId()))
                    .with(
                            SnpRules.MIN_GUEST_SVN,
                            new AtLeast(verified.evidence().guestSvn()));
        }
        if (SnpFacts.authorKey(verified).isPresent()) {
            section = section.with(
                    SnpRules.AUTHOR_KEY_DIGESTS, Values.of(verified.evidence().authorKeyDigest()));
        }
        if (verified.cspId().isPresent()) {
            section = section.with(SnpRules.CSP_ID, Words.of(verified.cspId().get()));
        }
        if (SnpFacts.masked(verified).orElse(false)) {
            section = section.with(SnpRules.MASKED_CHIP_ID, Demand.any());
        }
        return section;
    }

    private static TcbFloors floors(VerifiedReport verified, TcbVersion version) {
        Map<TcbComponent, Integer> floor = new LinkedHashMap<>();
        version.layout().components().forEach(component -> floor.put(component, version.spl(component)));
        return TcbFloors.of(TcbScope.of(verified.product()), floor);
    }

    private static PolicySection<VerifiedQuote> tdx(VerifiedQuote verified) {
        TdReport body = verified.evidence().body();
        PolicySection<VerifiedQuote> section = PolicySection.tdx()
                .with(TdxRules.MR_TD, Values.of(body.mrTd()))
                .with(TdxRules.RTMR0, Values.of(body.rtmr0()))
                .with(TdxRules.RTMR1, Values.of(body.rtmr1()))
                .with(TdxRules.RTMR2, Values.of(body.rtmr2()))
                .with(TdxRules.RTMR3, Values.of(body.rtmr3()))
                .with(TdxRules.MR_CONFIG_ID, Values.of(body.mrConfigId()))
                .with(TdxRules.MR_OWNER, Values.of(body.mrOwner()))
                .with(TdxRules.MR_OWNER_CONFIG, Values.of(body.mrOwnerConfig()))
                .with(TdxRules.MR_SEAM, Values.of(body.mrSeam()))
                .with(TdxRules.MR_SIGNER_SEAM, Values.of(body.mrSignerSeam()))
                .with(TdxRules.DEBUG, BitState.as(body.tdAttributes().tud()))
                .with(TdxRules.MIN_TEE_TCB_SVN, new SvnFloor(body.teeTcbSvn().raw()))
                .with(TdxRules.TCB_STATUS, AcceptedStatuses.of(verified.tcbStatus()))
                .with(TdxRules.MIN_EVALUATION_NUMBER, new AtLeast(TdxFacts.evaluationNumber(verified)))
                .with(TdxRules.MIN_TCB_DATE, new Since(verified.tcbDate()))
                .with(TdxRules.FMSPC, Values.of(verified.fmspc()));
        if (body instanceof TdReportSince15 newer) {
            section = section.with(TdxRules.MR_SERVICE_TD, Values.of(newer.mrServiceTd()));
        }
        for (TdAttribute attribute : TdAttribute.values()) {
            var rule = TdxRules.attribute(attribute);
            if (rule.isPresent()) {
                section =
                        section.with(rule.get(), BitState.as(body.tdAttributes().has(attribute)));
            }
        }
        return section.with(
                TdxRules.XFAM_MASKED,
                new MaskedBits(Bytes.fromHex("ff".repeat(8)), body.xfam().raw()));
    }
}
