package dev.assay.testvectors.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vector expects, the member {@code expect}. Everything that is not null and not empty is compared, whatever
 * else is expected.
 *
 * @param decodes whether the evidence decodes; null if not asked
 * @param fields members of {@code show --json} by name: a non-negative {@link java.math.BigInteger}, or text that must
 *     be equal to the letter, so that hexadecimal digits are lower case; in the manifest's order
 * @param product the product that the evidence is of, for instance {@code Milan}; null if not asked
 * @param signingKey the kind of key that signed the report, {@code VCEK} or {@code VLEK}; null if not asked
 * @param verdict the outcome of decoding and verification; null if only decoding is to run
 * @param tcb the state of the platform, {@link TcbFacts#UNKNOWN} if not asked
 * @param appraisal the outcome of the policy; null if not asked
 * @param findings codes that must be among those reported
 */
public record Expectation(
        @Nullable Boolean decodes,
        Map<String, Object> fields,
        @Nullable String product,
        @Nullable String signingKey,
        @Nullable Verdict verdict,
        TcbFacts tcb,
        @Nullable Appraisal appraisal,
        List<String> findings) {
    /**
     * Copies the collections.
     *
     * @param decodes taken as it is
     * @param fields copied
     * @param product taken as it is
     * @param signingKey taken as it is
     * @param verdict taken as it is
     * @param tcb taken as it is
     * @param appraisal taken as it is
     * @param findings copied
     */
    public Expectation {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        findings = List.copyOf(findings);
    }

    /** Whether there is nothing to compare, so that any verifier would pass. */
    boolean isEmpty() {
        return decodes == null
                && fields.isEmpty()
                && product == null
                && signingKey == null
                && verdict == null
                && tcb.equals(TcbFacts.UNKNOWN)
                && appraisal == null
                && findings.isEmpty();
    }
}
