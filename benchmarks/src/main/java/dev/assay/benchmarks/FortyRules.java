package dev.assay.benchmarks;

import dev.assay.Verifier;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyDraft;
import dev.assay.policy.PolicyException;
import dev.assay.tdx.Xfam;
import dev.assay.tdx.XfamFeature;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Evidence with a policy of exactly forty rules, all of which apply to it and are met. */
public enum FortyRules {
    /** A report of the simulator's. */
    SNP_MINTED,
    /** The report of a real chip. */
    SNP_REAL,
    /** A quote of the simulator's. */
    TDX_MINTED,
    /** The quote of a real platform. Only with a corpus, see {@link TdxSample}. */
    TDX_REAL;

    private static final Map<String, XfamFeature> FEATURES = Map.of(
            "x87", XfamFeature.X87,
            "sse", XfamFeature.SSE,
            "avx", XfamFeature.AVX,
            "pt", XfamFeature.PT,
            "pkru", XfamFeature.PKRU,
            "uintr", XfamFeature.UINTR,
            "lbr", XfamFeature.LBR);

    /** Those that are at hand. */
    static List<FortyRules> all() {
        return TdxSample.origins().contains(Origin.REAL)
                ? List.of(values())
                : List.of(SNP_MINTED, SNP_REAL, TDX_MINTED);
    }

    Verified<?> verified() throws Exception {
        Origin origin = Origin.valueOf(name().substring("SNP_".length()));
        if (this == SNP_MINTED || this == SNP_REAL) {
            SnpSample sample = SnpSample.of(origin);
            return Verifier.of(sample.options(Backend.BOUNCY_CASTLE))
                    .verify(sample.decoded(), sample.endorsements(), sample.at())
                    .orElseThrow();
        }
        TdxSample sample = TdxSample.of(origin);
        return Verifier.of(sample.options(Backend.BOUNCY_CASTLE))
                .verify(sample.decoded(), sample.endorsements(), sample.at())
                .orElseThrow();
    }

    /** The policy, which for real quotes is made from what the quote says, since none is shipped. */
    Policy policy(Verified<?> verified) throws IOException, PolicyException {
        return Policy.fromJson(
                verified instanceof VerifiedQuote quote && this == TDX_REAL ? extended(quote) : text(resource()));
    }

    private String resource() {
        return "forty-rules-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = FortyRules.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The thirty-two rules that a draft pins, and eight more. */
    private static String extended(VerifiedQuote quote) {
        Xfam xfam = quote.evidence().body().xfam();
        StringBuilder features = new StringBuilder("\"xfam\": {");
        FEATURES.forEach((name, feature) ->
                features.append(String.format("\"%s\": \"%s\", ", name, xfam.has(feature) ? "required" : "forbidden")));
        return PolicyDraft.from(quote, "forty-rules", "1")
                .toJson()
                .replace("\"xfam\": {", features)
                .replace("\"fmspc\":", "\"minQeSvn\": 0, \"fmspc\":");
    }
}
