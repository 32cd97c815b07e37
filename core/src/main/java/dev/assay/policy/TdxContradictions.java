package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.XfamFeature;
import dev.assay.verify.VerifiedQuote;
import java.util.Map;

/** Demands that no quote can meet together. Their author meant something else, so they are refused. */
final class TdxContradictions {
    /** TDATTRIBUTES bits 7:0, any of which puts the TD under debug. */
    private static final long DEBUG_GROUP = 0xFF;

    private static final Map<TdxRegister, PolicyRule<VerifiedQuote, Bytes>> REGISTERS = Map.of(
            TdxRegister.MR_TD, TdxRules.MR_TD,
            TdxRegister.MR_CONFIG_ID, TdxRules.MR_CONFIG_ID,
            TdxRegister.RTMR0, TdxRules.RTMR0,
            TdxRegister.RTMR1, TdxRules.RTMR1,
            TdxRegister.RTMR2, TdxRules.RTMR2,
            TdxRegister.RTMR3, TdxRules.RTMR3);

    private final PolicySection<VerifiedQuote> tdx;

    private TdxContradictions(PolicySection<VerifiedQuote> tdx) {
        this.tdx = tdx;
    }

    static void check(PolicySection<VerifiedQuote> tdx) {
        TdxContradictions section = new TdxContradictions(tdx);
        section.checkDebug();
        if (tdx.demand(TdxRules.ATTRIBUTES_MASKED) instanceof MaskedBits masked) {
            section.checkAttributes(masked);
        }
        if (tdx.demand(TdxRules.XFAM_MASKED) instanceof MaskedBits masked) {
            section.checkXfam(masked);
        }
        if (tdx.demand(TdxRules.REGISTERS) instanceof RegisterSets sets) {
            section.checkRegisters(sets);
        }
    }

    private void checkDebug() {
        if (tdx.demand(TdxRules.DEBUG) != BitState.FORBIDDEN) {
            return;
        }
        for (TdAttribute attribute : TdAttribute.values()) {
            TdxRules.attribute(attribute)
                    .filter(rule -> (attribute.mask() & DEBUG_GROUP) != 0 && tdx.demand(rule) == BitState.REQUIRED)
                    .ifPresent(rule -> {
                        throw contradiction(rule, "is a debug attribute, which debug forbids");
                    });
        }
    }

    private void checkAttributes(MaskedBits masked) {
        long mask = masked.mask().u64le(0);
        long value = masked.value().u64le(0);
        if (tdx.demand(TdxRules.DEBUG) == BitState.FORBIDDEN && (value & DEBUG_GROUP) != 0) {
            throw contradiction(TdxRules.ATTRIBUTES_MASKED, "has bits that debug forbids");
        }
        if (tdx.demand(TdxRules.DEBUG) == BitState.REQUIRED
                && (mask & DEBUG_GROUP) == DEBUG_GROUP
                && (value & DEBUG_GROUP) == 0) {
            throw contradiction(TdxRules.ATTRIBUTES_MASKED, "has none of the bits that debug requires");
        }
        long unknown = value;
        for (TdAttribute attribute : TdAttribute.values()) {
            unknown &= ~attribute.mask();
            TdxRules.attribute(attribute)
                    .ifPresent(rule -> checkBit(rule, attribute.mask(), TdxRules.ATTRIBUTES_MASKED, masked));
        }
        checkUnknown(TdxRules.ATTRIBUTES_UNKNOWN, unknown, TdxRules.ATTRIBUTES_MASKED);
    }

    private void checkXfam(MaskedBits masked) {
        long unknown = masked.value().u64le(0);
        for (XfamFeature feature : XfamFeature.values()) {
            unknown &= ~feature.mask();
            checkBit(TdxRules.xfam(feature), feature.mask(), TdxRules.XFAM_MASKED, masked);
        }
        checkUnknown(TdxRules.XFAM_UNKNOWN, unknown, TdxRules.XFAM_MASKED);
    }

    private void checkBit(
            PolicyRule<VerifiedQuote, Boolean> rule,
            long bit,
            PolicyRule<VerifiedQuote, Bytes> whole,
            MaskedBits masked) {
        boolean selected = (masked.mask().u64le(0) & bit) != 0;
        boolean set = (masked.value().u64le(0) & bit) != 0;
        if (selected && tdx.pins(rule) && !tdx.demand(rule).accepts(set)) {
            throw contradiction(rule, "contradicts " + whole.member());
        }
    }

    private void checkUnknown(
            PolicyRule<VerifiedQuote, Boolean> rule, long unknown, PolicyRule<VerifiedQuote, Bytes> whole) {
        if (unknown != 0 && tdx.demand(rule) == BitState.FORBIDDEN) {
            throw contradiction(rule, "contradicts " + whole.member());
        }
    }

    /** At least one set has to agree with what is demanded of its registers one by one. */
    private void checkRegisters(RegisterSets sets) {
        boolean possible = sets.sets().stream()
                .anyMatch(set -> set.entrySet().stream()
                        .allMatch(entry -> tdx.demand(rule(entry.getKey())).accepts(entry.getValue())));
        if (!possible) {
            throw contradiction(
                    TdxRules.REGISTERS, "has no set that agrees with what is demanded of the registers one by one");
        }
    }

    private static PolicyRule<VerifiedQuote, Bytes> rule(TdxRegister register) {
        PolicyRule<VerifiedQuote, Bytes> rule = REGISTERS.get(register);
        if (rule == null) {
            throw new IllegalStateException("no rule for " + register);
        }
        return rule;
    }

    private PolicyException contradiction(PolicyRule<VerifiedQuote, ?> rule, String why) {
        return new PolicyException(tdx.table().path(rule.member()), why);
    }
}
