package dev.assay.policy;

import dev.assay.result.TrustClaim;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.XfamFeature;
import dev.assay.verify.VerifiedQuote;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules about single bits of a TD report and single flags of its platform. */
final class TdxBitRules {
    static final Map<TdAttribute, PolicyRule<VerifiedQuote, Boolean>> ATTRIBUTES = attributes();
    static final List<PolicyRule<VerifiedQuote, Boolean>> XFAM =
            Arrays.stream(XfamFeature.values()).map(TdxBitRules::of).toList();
    static final List<PolicyRule<VerifiedQuote, Boolean>> PLATFORM =
            Arrays.stream(PlatformFlag.values()).map(TdxBitRules::of).toList();

    private TdxBitRules() {}

    private static Map<TdAttribute, PolicyRule<VerifiedQuote, Boolean>> attributes() {
        Map<TdAttribute, PolicyRule<VerifiedQuote, Boolean>> rules = new EnumMap<>(TdAttribute.class);
        for (TdAttribute attribute : TdAttribute.values()) {
            if (attribute != TdAttribute.DEBUG) {
                rules.put(attribute, of(attribute));
            }
        }
        return Collections.unmodifiableMap(rules);
    }

    private static PolicyRule<VerifiedQuote, Boolean> of(TdAttribute attribute) {
        return TdxFacts.fact(
                        "td-" + Names.code(attribute.name()),
                        "attributes." + Names.member(attribute.name()),
                        BitForm.free(),
                        q -> q.evidence().body().tdAttributes().has(attribute))
                .notice(attribute == TdAttribute.SEPT_VE_DISABLE ? TdxFacts::injectable : q -> Optional.empty())
                .bearsOn(TrustClaim.CONFIGURATION, 96)
                .says(
                        attribute.name() + ", set: " + attribute.meaning(),
                        "Intel TDX module, TDATTRIBUTES bit " + attribute.bit(),
                        "Build the TD with " + attribute.name() + " as the policy says.");
    }

    private static PolicyRule<VerifiedQuote, Boolean> of(XfamFeature feature) {
        return TdxFacts.fact(
                        "xfam-" + Names.code(feature.name()),
                        "xfam." + Names.member(feature.name()),
                        BitForm.free(),
                        q -> q.evidence().body().xfam().has(feature))
                .bearsOn(TrustClaim.CONFIGURATION, 96)
                .says(
                        feature.name() + ", set: the TD may use " + feature.meaning(),
                        "Intel TDX module, XFAM bit " + feature.bit(),
                        "Build the TD with " + feature.name() + " as the policy says.");
    }

    private static PolicyRule<VerifiedQuote, Boolean> of(PlatformFlag flag) {
        return TdxFacts.maybe(
                        Names.code(flag.name()),
                        Names.member(flag.name()),
                        BitForm.free(),
                        q -> q.configuration().map(flag::of),
                        "not stated: the platform has one package")
                .bearsOn(TrustClaim.CONFIGURATION, 32)
                .says(
                        flag.name() + ", set: " + flag.meaning(),
                        "Intel PCK certificate profile, Configuration",
                        "Run the TD on a platform with the configuration you expect.");
    }
}
