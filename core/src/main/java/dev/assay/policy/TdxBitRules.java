package dev.assay.policy;

import dev.assay.result.TrustClaim;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.XfamFeature;
import dev.assay.verify.VerifiedQuote;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The rules about single bits of a TD report and single flags of its platform. */
final class TdxBitRules {
    static final Map<TdAttribute, PolicyRule<VerifiedQuote, Boolean>> ATTRIBUTES = attributes();
    static final Map<XfamFeature, PolicyRule<VerifiedQuote, Boolean>> XFAM =
            BitRules.each(XfamFeature.class, TdxBitRules::of);
    static final Map<PlatformFlag, PolicyRule<VerifiedQuote, Boolean>> PLATFORM =
            BitRules.each(PlatformFlag.class, TdxBitRules::of);

    private TdxBitRules() {}

    /** DEBUG has a rule of its own, together with the other bits of its group. */
    private static Map<TdAttribute, PolicyRule<VerifiedQuote, Boolean>> attributes() {
        Map<TdAttribute, PolicyRule<VerifiedQuote, Boolean>> rules = new EnumMap<>(TdAttribute.class);
        rules.putAll(BitRules.each(TdAttribute.class, TdxBitRules::of));
        rules.remove(TdAttribute.DEBUG);
        return Collections.unmodifiableMap(rules);
    }

    private static PolicyRule<VerifiedQuote, Boolean> of(TdAttribute attribute) {
        return TdxFacts.fact(
                        "td-" + Names.code(attribute.name()),
                        "attributes." + Names.member(attribute.name()),
                        BitForm.free(),
                        q -> q.evidence().body().tdAttributes().has(attribute))
                .notice(noticed(attribute), q -> notice(attribute, q))
                .bearsOn(TrustClaim.CONFIGURATION, 96)
                .says(
                        attribute.name() + ", set: " + attribute.meaning(),
                        "Intel TDX module, TDATTRIBUTES bit " + attribute.bit(),
                        "Build the TD with " + attribute.name() + " as the policy says.");
    }

    private static String noticed(TdAttribute attribute) {
        return switch (attribute) {
            case SEPT_VE_DISABLE -> "SEPT_VE_DISABLE that is clear";
            case MIGRATABLE -> "MIGRATABLE that is set where no service TD is stated";
            default -> "";
        };
    }

    private static Optional<String> notice(TdAttribute attribute, VerifiedQuote quote) {
        return switch (attribute) {
            case SEPT_VE_DISABLE -> TdxFacts.injectable(quote);
            case MIGRATABLE -> TdxFacts.migratable(quote);
            default -> Optional.empty();
        };
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
