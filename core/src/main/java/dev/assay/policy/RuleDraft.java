package dev.assay.policy;

import dev.assay.result.TrustClaim;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A rule in the making; the tables of rules read like sentences by it. */
final class RuleDraft<V, F> {
    final String code;
    final String member;
    final Form<F> form;
    final Function<V, Optional<F>> fact;
    final String whenAbsent;
    Demand<F> unsaid = Demand.any();
    Function<F, String> shown;
    Function<V, Optional<String>> notice = verified -> Optional.empty();
    String noticed = "";
    Optional<TrustClaim> claim = Optional.empty();
    OptionalInt failedValue = OptionalInt.empty();
    String meaning = "";
    String source = "";
    String nextStep = "";

    private RuleDraft(String code, String member, Form<F> form, Function<V, Optional<F>> fact, String whenAbsent) {
        this.code = "policy." + code;
        this.member = member;
        this.form = form;
        this.fact = fact;
        this.whenAbsent = whenAbsent;
        this.shown = form::show;
    }

    /** A rule about something that all evidence of the kind has. */
    static <V, F> RuleDraft<V, F> rule(String code, String member, Form<F> form, Function<V, F> fact) {
        return new RuleDraft<>(code, member, form, fact.andThen(Optional::of), "");
    }

    /** A rule about something that some evidence of the kind does not have. */
    static <V, F> RuleDraft<V, F> rule(
            String code, String member, Form<F> form, Function<V, Optional<F>> fact, String whenAbsent) {
        return new RuleDraft<>(code, member, form, fact, whenAbsent);
    }

    RuleDraft<V, F> unsaid(Demand<F> demand) {
        unsaid = demand;
        return this;
    }

    RuleDraft<V, F> shown(Function<F, String> words) {
        shown = words;
        return this;
    }

    /** What is worth a remark, also if nothing is demanded: in words, and as code that words the remark. */
    RuleDraft<V, F> notice(String what, Function<V, Optional<String>> remark) {
        noticed = what;
        notice = remark;
        return this;
    }

    RuleDraft<V, F> bearsOn(TrustClaim trust, int value) {
        claim = Optional.of(trust);
        failedValue = OptionalInt.of(value);
        return this;
    }

    PolicyRule<V, F> says(String what, String where, String whatToDo) {
        meaning = what;
        source = where;
        nextStep = whatToDo;
        return new PolicyRule<>(this);
    }
}
