package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.result.AttestationResult;
import dev.assay.result.ResultFormatException;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all policies. */
class PolicyPropertiesTest {
    private static final VerifiedReport REPORT = Minted.milan();
    private static final VerifiedQuote TD = Minted.td();

    private static PlainPolicy reports(PolicySection<VerifiedReport> section) {
        return Minted.snp(defaults -> section);
    }

    private static PlainPolicy quotes(PolicySection<VerifiedQuote> section) {
        return Minted.tdx(defaults -> section);
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Policies.any();
    }

    @Provide
    Arbitrary<Verified<?>> evidence() {
        return Arbitraries.of(REPORT, TD);
    }

    private static boolean passes(Policy policy, Verified<?> evidence) {
        return policy.appraise(evidence).passed();
    }

    @Property(tries = 200)
    void toJsonAndBackIsTheIdentity(@ForAll("policies") Policy policy) {
        Policy back = Policy.fromJson(policy.toJson());
        assertEquals(policy, back);
        assertEquals(policy.hashCode(), back.hashCode());
        assertEquals(policy.toJson(), back.toJson());
        assertEquals(policy.digest(), back.digest());
        assertTrue(policy.toJson().chars().allMatch(c -> c < 0x7F));
    }

    @Property(tries = 100)
    void aResultReadsBack(@ForAll("policies") Policy policy, @ForAll("evidence") Verified<?> evidence)
            throws ResultFormatException {
        AttestationResult result = policy.appraise(evidence);
        assertEquals(result, AttestationResult.fromJson(result.toJson()));
        assertEquals(result.toJson(), policy.appraise(evidence).toJson());
        assertEquals(result.passed(), result.failedRules().isEmpty());
    }

    @Property(tries = 100)
    void addingAPartNeverTurnsAFailureIntoAPass(
            @ForAll("policies") Policy one,
            @ForAll("policies") Policy other,
            @ForAll("evidence") Verified<?> evidence) {
        boolean both = passes(Policy.allOf("x", "1", one, other), evidence);
        boolean either = passes(Policy.anyOf("x", "1", one, other), evidence);
        assertEquals(passes(one, evidence) && passes(other, evidence), both);
        assertEquals(passes(one, evidence) || passes(other, evidence), either);
    }

    /** Where nothing was demanded, whatever is demanded now can only take away. */
    @Property(tries = 200)
    void addingADemandNeverTurnsAFailureIntoAPass(@ForAll Random random, @ForAll("policies") Policy policy) {
        PlainPolicy plain = policy.leaves().get(0);
        plain.snp()
                .ifPresent(section ->
                        tighten(section, one(random, SnpRulesTest.cases()), REPORT, PolicyPropertiesTest::reports));
        plain.tdx()
                .ifPresent(section ->
                        tighten(section, one(random, TdxRulesTest.cases()), TD, PolicyPropertiesTest::quotes));
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static <V extends Verified<?>, F> void tighten(
            PolicySection<V> section, RuleCase<V, F> rule, V evidence, Function<PolicySection<V>, PlainPolicy> policy) {
        if (!section.demand(rule.rule()).open()) {
            return;
        }
        for (Demand<F> demand : List.of(rule.met(), rule.unmet())) {
            try {
                PlainPolicy tighter = policy.apply(section.with(rule.rule(), demand));
                assertTrue(passes(policy.apply(section), evidence) || !passes(tighter, evidence));
            } catch (PolicyException contradiction) {
                assertTrue(contradiction.path().startsWith(section.table().section() + "."), contradiction.path());
            }
        }
    }

    @Property(tries = 50)
    void theOrderOfPartsDoesNotMatter(
            @ForAll("policies") Policy a,
            @ForAll("policies") Policy b,
            @ForAll("policies") Policy c,
            @ForAll("evidence") Verified<?> evidence) {
        List<Policy> parts = new ArrayList<>(List.of(a, b, c));
        Policy[] forth = parts.toArray(Policy[]::new);
        Collections.reverse(parts);
        Policy[] back = parts.toArray(Policy[]::new);
        assertEquals(passes(Policy.allOf("x", "1", forth), evidence), passes(Policy.allOf("x", "1", back), evidence));
        assertEquals(passes(Policy.anyOf("x", "1", forth), evidence), passes(Policy.anyOf("x", "1", back), evidence));
    }

    @Property(tries = 50)
    void combinationsObeyTheirLaws(
            @ForAll("policies") Policy a, @ForAll("policies") Policy b, @ForAll("evidence") Verified<?> evidence) {
        boolean alone = passes(a, evidence);
        assertEquals(alone, passes(Policy.allOf("x", "1", a), evidence));
        assertEquals(alone, passes(Policy.anyOf("x", "1", a), evidence));
        assertEquals(alone, passes(Policy.allOf("x", "1", a, a), evidence));
        assertEquals(alone, passes(Policy.allOf("x", "1", a, Policy.anyOf("y", "1", a, b)), evidence));
        assertEquals(alone, passes(Policy.anyOf("x", "1", a, Policy.allOf("y", "1", a, b)), evidence));
    }

    /** The order of demands in a section is not even visible. */
    @Property(tries = 50)
    void theOrderOfDemandsDoesNotMatter(@ForAll Random random) {
        assertOrderDoesNotMatter(PolicySection.snp(), SnpRulesTest.cases(), random);
        assertOrderDoesNotMatter(PolicySection.tdx(), TdxRulesTest.cases(), random);
    }

    private static <V extends Verified<?>> void assertOrderDoesNotMatter(
            PolicySection<V> empty, List<RuleCase<V, ?>> cases, Random random) {
        List<RuleCase<V, ?>> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, random);
        PolicySection<V> forth = met(empty, cases);
        PolicySection<V> back = met(empty, shuffled);
        assertEquals(forth, back);
        assertEquals(forth.toString(), back.toString());
    }

    private static <V extends Verified<?>> PolicySection<V> met(PolicySection<V> empty, List<RuleCase<V, ?>> cases) {
        PolicySection<V> section = empty;
        for (RuleCase<V, ?> rule : cases) {
            section = met(section, rule);
        }
        return section;
    }

    private static <V extends Verified<?>, F> PolicySection<V> met(PolicySection<V> section, RuleCase<V, F> rule) {
        return section.with(rule.rule(), rule.met());
    }

    @Property(tries = 1000)
    void anyTextIsAPolicyOrRefused(@ForAll String text) {
        readOrRefused(text);
    }

    /** Half-way right: a policy with a few characters replaced, left out or repeated. */
    @Property(tries = 100)
    void alteredPoliciesAreReadOrRefused(@ForAll("policies") Policy policy, @ForAll Random random) {
        String json = policy.toJson();
        for (int i = 0; i < 20; i++) {
            readOrRefused(altered(json, random));
        }
    }

    private static String altered(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, "{}[]\",:0aZ\\-. e\u0000\uD800".charAt(random.nextInt(17)));
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
            }
        }
        return text.toString();
    }

    private static void readOrRefused(String text) {
        try {
            Policy policy = Policy.fromJson(text);
            assertEquals(policy, Policy.fromJson(policy.toJson()));
        } catch (PolicyException e) {
            assertTrue(e.problem().length() > 0);
        }
        try {
            Policy.fromJson(Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)));
        } catch (PolicyException e) {
            assertTrue(e.problem().length() > 0);
        }
    }
}
