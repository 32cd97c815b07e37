package dev.assay.testvectors.manifest;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together the outcome for evidence that decodes; begins at {@link Outcome#decoded}. */
public final class OutcomeBuilder {
    private final Map<String, Object> fields;
    private Conclusion conclusion = Conclusion.NONE;
    private @Nullable String product;
    private @Nullable String signingKey;
    private TcbFacts tcb = TcbFacts.UNKNOWN;
    private @Nullable Appraisal appraisal;
    private Set<String> findings = Set.of();
    private String detail = "";

    OutcomeBuilder(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * Says what verification came to.
     *
     * @param value verified, rejected, indeterminate, or none
     * @return this builder
     * @throws IllegalArgumentException for malformed and unsupported, which evidence that decodes cannot be
     */
    public OutcomeBuilder conclusion(Conclusion value) {
        if (value == Conclusion.MALFORMED || value == Conclusion.UNSUPPORTED) {
            throw new IllegalArgumentException("evidence that decodes is not " + value.label());
        }
        conclusion = value;
        return this;
    }

    /**
     * Names the product.
     *
     * @param value for instance {@code Milan}; null if unknown
     * @return this builder
     */
    public OutcomeBuilder product(@Nullable String value) {
        product = value;
        return this;
    }

    /**
     * Names the kind of signing key.
     *
     * @param value {@code VCEK} or {@code VLEK}; null if unknown
     * @return this builder
     */
    public OutcomeBuilder signingKey(@Nullable String value) {
        signingKey = value;
        return this;
    }

    /**
     * Reports the state of the platform.
     *
     * @param value status, date, advisories and evaluation data number, as far as known
     * @return this builder
     */
    public OutcomeBuilder tcb(TcbFacts value) {
        tcb = value;
        return this;
    }

    /**
     * Reports what the policy said.
     *
     * @param value pass or fail; null if it was not asked
     * @return this builder
     */
    public OutcomeBuilder appraisal(@Nullable Appraisal value) {
        appraisal = value;
        return this;
    }

    /**
     * Reports findings, in place of any before.
     *
     * @param codes their codes
     * @return this builder
     */
    public OutcomeBuilder findings(Collection<String> codes) {
        findings = Set.copyOf(codes);
        return this;
    }

    /**
     * Adds text for the message of a failure.
     *
     * @param value anything that helps to see why
     * @return this builder
     */
    public OutcomeBuilder detail(String value) {
        detail = value;
        return this;
    }

    /**
     * Finishes.
     *
     * @return the outcome
     */
    public Outcome build() {
        return new Outcome(conclusion, fields, product, signingKey, tcb, appraisal, findings, detail);
    }
}
