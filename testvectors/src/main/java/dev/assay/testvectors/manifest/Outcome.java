package dev.assay.testvectors.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier under test said of one vector, in terms that belong to no verifier. What is null or empty was not
 * reported, and fails a vector that expects it.
 *
 * @param conclusion how far it came
 * @param fields the decoded evidence by the names of {@code show --json}: {@link Byte}, {@link Short}, {@link Integer}
 *     and {@link Long} are read as unsigned in their own width, {@link java.math.BigInteger} as it is, text as it is;
 *     other values can be there but equal nothing that a vector can expect
 * @param product the product that the evidence is of, for instance {@code Milan}
 * @param signingKey the kind of key that signed the report, {@code VCEK} or {@code VLEK}
 * @param tcb the state of the platform, {@link TcbFacts#UNKNOWN} if there is none
 * @param appraisal what the policy said; null if there was none or it was not reached
 * @param findings the codes of everything that was reported
 * @param detail free text for the message of a failure, possibly empty
 */
public record Outcome(
        Conclusion conclusion,
        Map<String, Object> fields,
        @Nullable String product,
        @Nullable String signingKey,
        TcbFacts tcb,
        @Nullable Appraisal appraisal,
        Set<String> findings,
        String detail) {
    /**
     * Copies the collections.
     *
     * @param conclusion taken as it is
     * @param fields copied
     * @param product taken as it is
     * @param signingKey taken as it is
     * @param tcb taken as it is
     * @param appraisal taken as it is
     * @param findings copied
     * @param detail taken as it is
     */
    public Outcome {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        findings = Set.copyOf(findings);
    }

    /**
     * Decoding refused the evidence.
     *
     * @param reason why, for the message of a failure
     * @return that outcome
     */
    public static Outcome malformed(String reason) {
        return of(Conclusion.MALFORMED, reason);
    }

    /**
     * The verifier cannot do what the vector asks for. Such a vector fails: it was not run.
     *
     * @param what the thing that it cannot do, for instance {@code TDX verification}
     * @return that outcome
     */
    public static Outcome unsupported(String what) {
        return of(Conclusion.UNSUPPORTED, what);
    }

    /**
     * Decoding succeeded. Without more, nothing was verified.
     *
     * @param fields the decoded evidence, see {@link Outcome}
     * @return a builder for the rest
     */
    public static OutcomeBuilder decoded(Map<String, ?> fields) {
        return new OutcomeBuilder(new LinkedHashMap<>(fields));
    }

    private static Outcome of(Conclusion conclusion, String detail) {
        return new Outcome(conclusion, Map.of(), null, null, TcbFacts.UNKNOWN, null, Set.of(), detail);
    }
}
