package dev.assay.testvectors.suite;

import dev.assay.testvectors.manifest.Appraisal;
import dev.assay.testvectors.manifest.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vectors about one subject, in the order in which they were added. */
final class Chapter {
    private final String prefix;
    private final List<SuiteVector> vectors = new ArrayList<>();

    Chapter(String prefix) {
        this.prefix = prefix;
    }

    List<SuiteVector> vectors() {
        return List.copyOf(vectors);
    }

    /**
     * Marks vectors that sound verifiers may judge otherwise.
     *
     * @param why who does, and on what grounds; joined to what the vector says already
     * @param names the vectors, without the chapter's name
     */
    void debatable(String why, String... names) {
        for (String name : names) {
            int index = vectors.stream().map(SuiteVector::id).toList().indexOf(prefix + "/" + name);
            vectors.set(index, vectors.get(index).debatable(why));
        }
    }

    /** Adds a vector that must verify, and returns its name, for those that differ from it in one thing. */
    String valid(String name, Given given, Flag flag, String because) {
        return add(name, given, Expected.of(Verdict.VERIFIED), flag, because, null);
    }

    /** Adds a vector that must verify with a TCB status that the caller knows. */
    String valid(String name, Given given, Expected expected, Flag flag, String because) {
        return add(name, given, expected, flag, because, null);
    }

    /** Adds a vector that must be refused for good. */
    void rejected(String twin, String name, Given given, String code, Flag flag, String because) {
        add(name, given, Expected.of(Verdict.REJECTED, code), flag, because, twin);
    }

    /** Adds a vector that must be refused, though other endorsements or another time could change that. */
    void indeterminate(String twin, String name, Given given, String code, Flag flag, String because) {
        add(name, given, Expected.of(Verdict.INDETERMINATE, code), flag, because, twin);
    }

    /** Adds a vector that must verify and be remarked upon. */
    void noted(String twin, String name, Given given, String code, Flag flag, String because) {
        add(name, given, Expected.of(Verdict.VERIFIED, code), flag, because, twin);
    }

    /** Adds a vector that decoding must refuse. */
    void malformed(String twin, String name, Given given, String reason, Flag flag, String because) {
        add(name, given, Expected.of(Verdict.MALFORMED, reason), flag, because, twin);
    }

    /** Adds a vector of whatever kind. */
    void differing(String twin, String name, Given given, Expected expected, Flag flag, String because) {
        add(name, given, expected, flag, because, twin);
    }

    /** Adds a pair of policies for evidence that is genuine: one that it meets and one that it does not. */
    void appraised(String code, String name, Given given, String met, String unmet) {
        pair(
                code,
                name,
                new Case(given, met),
                new Case(given, unmet),
                Flag.POLICY_UNMET,
                "the evidence is genuine, and is not as the policy demands");
    }

    /** Adds a pair of genuine evidence under the same policy: one that meets it and one that does not. */
    void contrasted(String code, String name, Given good, Given bad, String policy, Flag flag, String because) {
        pair(code, name, new Case(good, policy), new Case(bad, policy), flag, because);
    }

    private record Case(Given given, String policy) {}

    private void pair(String code, String name, Case met, Case unmet, Flag flag, String because) {
        String twin = policy(
                name + "/met",
                met.given(),
                met.policy(),
                Expected.of(Verdict.VERIFIED).appraised(Appraisal.PASS),
                Flag.POLICY_MET,
                "the evidence is as the policy demands",
                null);
        policy(
                name + "/unmet",
                unmet.given(),
                unmet.policy(),
                Expected.of(Verdict.VERIFIED, code).appraised(Appraisal.FAIL),
                flag,
                because,
                twin);
    }

    private String policy(
            String name,
            Given given,
            String policy,
            Expected expected,
            Flag flag,
            String because,
            @Nullable String twin) {
        String id = prefix + "/" + name;
        vectors.add(new SuiteVector(
                id, given, Optional.of(policy), expected, List.of(flag), because, Optional.ofNullable(twin)));
        return id;
    }

    private String add(String name, Given given, Expected expected, Flag flag, String because, @Nullable String twin) {
        String id = prefix + "/" + name;
        vectors.add(new SuiteVector(
                id, given, Optional.empty(), expected, List.of(flag), because, Optional.ofNullable(twin)));
        return id;
    }
}
