package dev.assay.policy;

import dev.assay.result.Notice;
import dev.assay.result.TrustClaim;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One rule: which fact it looks at, how a policy spells the demand, and what applies if the policy does not mention it.
 * All rules there are, are constants of {@link CommonRules}, {@link SnpRules} and {@link TdxRules}.
 *
 * @param <V> the kind of verified evidence that has the fact
 * @param <F> the type of the fact
 */
public final class PolicyRule<V, F> {
    private final RuleDraft<V, F> draft;

    PolicyRule(RuleDraft<V, F> draft) {
        this.draft = draft;
    }

    /**
     * The stable name.
     *
     * @return for instance {@code policy.vmpl}
     */
    public String code() {
        return draft.code;
    }

    /**
     * Where policies have the demand.
     *
     * @return the member within its section, with a dot if it is within another, for instance {@code guestPolicy.debug}
     */
    public String member() {
        return draft.member;
    }

    /**
     * What the rule is about.
     *
     * @return half a sentence for people
     */
    public String meaning() {
        return draft.meaning;
    }

    /**
     * Where the subject of the rule is defined.
     *
     * @return document and field
     */
    public String source() {
        return draft.source;
    }

    /**
     * What to do if the rule fails.
     *
     * @return one sentence
     */
    public String nextStep() {
        return draft.nextStep;
    }

    /**
     * What applies if the policy does not mention the rule.
     *
     * @return the default, often {@link Demand#any()}
     */
    public Demand<F> unsaid() {
        return draft.unsaid;
    }

    /**
     * Which claim of a trustworthiness vector a failure bears on.
     *
     * @return the claim; if empty, a failure makes the whole contraindicated
     */
    public Optional<TrustClaim> claim() {
        return draft.claim;
    }

    /**
     * The value of that claim after a failure.
     *
     * @return there exactly if the claim is
     */
    public OptionalInt failedValue() {
        return draft.failedValue;
    }

    /**
     * How policies spell the demand.
     *
     * @return the shape of the JSON value in words, besides {@code "any"}
     */
    public String shape() {
        return draft.form.shape();
    }

    Form<F> form() {
        return draft.form;
    }

    /** A demand in words: those for the fact that is wanted, if it is one only. */
    String words(Demand<F> demand) {
        return demand.only().map(draft.shown).orElseGet(demand::words);
    }

    Optional<F> fact(V verified) {
        return draft.fact.apply(verified);
    }

    /** The fact in words. */
    String actual(V verified) {
        return fact(verified).map(draft.shown).orElse(draft.whenAbsent);
    }

    /** Whether some evidence gives reason for a remark, whatever is demanded. */
    boolean notices() {
        return !draft.noticed.isEmpty();
    }

    String noticed() {
        return draft.noticed;
    }

    Optional<Notice> notice(V verified) {
        return draft.notice.apply(verified).map(text -> new Notice(code(), text, nextStep()));
    }

    /** The code. */
    @Override
    public String toString() {
        return code();
    }
}
