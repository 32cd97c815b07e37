package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.snp.SigningKey;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.XfamFeature;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.List;

/** Demands that no evidence can meet together. Their author meant something else, so they are refused. */
final class Contradictions {
    private Contradictions() {}

    static void checkSnp(PolicySection<VerifiedReport> snp) {
        if (snp.demand(SnpRules.ID_BLOCK) == BitState.FORBIDDEN) {
            for (PolicyRule<VerifiedReport, Bytes> rule :
                    List.of(SnpRules.ID_KEY_DIGESTS, SnpRules.AUTHOR_KEY_DIGESTS)) {
                if (snp.pins(rule)) {
                    throw contradiction(snp, rule, "needs an ID block, which idBlock forbids");
                }
            }
        }
        if (snp.demand(SnpRules.SIGNING_KEY) instanceof Words keys) {
            if (snp.pins(SnpRules.CHIP_ID) && !keys.allowed().contains(SigningKey.VCEK.name())) {
                throw contradiction(snp, SnpRules.CHIP_ID, "needs a VCEK, which signingKey does not allow");
            }
            if (snp.pins(SnpRules.CSP_ID) && !keys.allowed().contains(SigningKey.VLEK.name())) {
                throw contradiction(snp, SnpRules.CSP_ID, "needs a VLEK, which signingKey does not allow");
            }
        }
        if (snp.pins(SnpRules.CHIP_ID) && snp.demand(SnpRules.MASKED_CHIP_ID) == BitState.REQUIRED) {
            throw contradiction(snp, SnpRules.CHIP_ID, "needs a chip id, which maskedChipId demands to be hidden");
        }
        if (snp.pins(SnpRules.CHIP_ID) && snp.pins(SnpRules.CSP_ID)) {
            throw contradiction(snp, SnpRules.CSP_ID, "needs a VLEK, whose reports have no chip for chipId");
        }
    }

    static void checkTdx(PolicySection<VerifiedQuote> tdx) {
        if (tdx.demand(TdxRules.ATTRIBUTES_MASKED) instanceof MaskedBits masked) {
            if (tdx.demand(TdxRules.DEBUG) == BitState.FORBIDDEN
                    && masked.value().u8(0) != 0) {
                throw contradiction(tdx, TdxRules.ATTRIBUTES_MASKED, "has bits that debug forbids");
            }
            for (TdAttribute attribute : TdAttribute.values()) {
                TdxRules.attribute(attribute)
                        .ifPresent(rule -> checkBit(tdx, rule, attribute.mask(), TdxRules.ATTRIBUTES_MASKED, masked));
            }
        }
        if (tdx.demand(TdxRules.DEBUG) == BitState.FORBIDDEN) {
            for (TdAttribute attribute : TdAttribute.values()) {
                TdxRules.attribute(attribute)
                        .filter(rule -> attribute.bit() < 8 && tdx.demand(rule) == BitState.REQUIRED)
                        .ifPresent(rule -> {
                            throw contradiction(tdx, rule, "is a debug attribute, which debug forbids");
                        });
            }
        }
        if (tdx.demand(TdxRules.XFAM_MASKED) instanceof MaskedBits masked) {
            for (XfamFeature feature : XfamFeature.values()) {
                checkBit(tdx, TdxRules.xfam(feature), feature.mask(), TdxRules.XFAM_MASKED, masked);
            }
        }
    }

    private static void checkBit(
            PolicySection<VerifiedQuote> tdx,
            PolicyRule<VerifiedQuote, Boolean> rule,
            long bit,
            PolicyRule<VerifiedQuote, Bytes> whole,
            MaskedBits masked) {
        boolean selected = (masked.mask().u64le(0) & bit) != 0;
        boolean set = (masked.value().u64le(0) & bit) != 0;
        if (selected && tdx.pins(rule) && !tdx.demand(rule).accepts(set)) {
            throw contradiction(tdx, rule, "contradicts " + whole.member());
        }
    }

    private static <V> PolicyException contradiction(PolicySection<V> section, PolicyRule<V, ?> rule, String why) {
        return new PolicyException(section.table().path(rule.member()), why);
    }
}
