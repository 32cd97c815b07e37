package dev.assay.policy;

import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.Optional;

/** What a policy has to say, if only that anything will do: forgetting it would accept everything unnoticed. */
final class Completeness {
    private static final String MISSING = "is missing: say what it must be, if only \"any\"";

    private Completeness() {}

    static void check(
            PolicySection<Verified<?>> common,
            Optional<PolicySection<VerifiedReport>> snp,
            Optional<PolicySection<VerifiedQuote>> tdx) {
        if (!common.mentions(CommonRules.REPORT_DATA)) {
            throw new PolicyException("reportData", MISSING);
        }
        if (snp.isEmpty() && tdx.isEmpty()) {
            throw new PolicyException("", "has neither a section snp nor one tdx, so that it accepts nothing");
        }
        if (snp.isPresent() && !saysWhichGuest(snp.get())) {
            throw new PolicyException("snp.measurement", MISSING + ", or name a signer of it");
        }
        if (tdx.isPresent() && !saysWhichTd(tdx.get())) {
            throw new PolicyException("tdx.mrTd", MISSING);
        }
    }

    private static boolean saysWhichGuest(PolicySection<VerifiedReport> snp) {
        return snp.mentions(SnpRules.MEASUREMENT)
                || snp.pins(SnpRules.ID_KEY_DIGESTS)
                || snp.pins(SnpRules.AUTHOR_KEY_DIGESTS);
    }

    private static boolean saysWhichTd(PolicySection<VerifiedQuote> tdx) {
        return tdx.mentions(TdxRules.MR_TD)
                || (tdx.demand(TdxRules.REGISTERS) instanceof RegisterSets sets && sets.allName(TdxRegister.MR_TD));
    }
}
