package dev.assay.policy;

import java.util.Optional;

/**
 * What a rule demands of one fact. Each family of rules has its own kind of demand; all are immutable values.
 *
 * @param <F> the type of the fact
 */
public sealed interface Demand<F>
        permits AcceptedStatuses,
                Anything,
                AtLeast,
                AtMost,
                BitState,
                BitsSet,
                MaskedBits,
                NoneOf,
                Numbers,
                RegisterSets,
                ReportData,
                Since,
                SvnFloor,
                TcbFloors,
                TrustedRoots,
                Values,
                VersionFloor,
                Words {
    /**
     * Judges a fact.
     *
     * @param fact what verified evidence shows
     * @return true if the demand is met
     */
    boolean accepts(F fact);

    /**
     * The demand in words.
     *
     * @return a phrase for people
     */
    String words();

    /**
     * Whether anything is accepted.
     *
     * @return true only for {@link Anything} and its equals
     */
    default boolean open() {
        return false;
    }

    /**
     * The one fact that is accepted, if there is only one. It says what is wanted in the words that say what there is.
     *
     * @return the fact; empty if several are accepted, or none that could be named
     */
    default Optional<F> only() {
        return Optional.empty();
    }

    /**
     * The same demand with everything computed that does not depend on a fact.
     *
     * @return a demand that accepts the same facts
     */
    default Demand<F> settled() {
        return this;
    }

    /**
     * Demands nothing, and says so.
     *
     * @param <F> the type of the fact
     * @return the demand that accepts anything
     */
    static <F> Demand<F> any() {
        return new Anything<>();
    }
}
