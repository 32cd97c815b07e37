package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Effect;
import dev.assay.model.FindingCode;
import dev.assay.model.Malformation;
import dev.assay.policy.CommonRules;
import dev.assay.policy.PolicyRule;
import dev.assay.policy.SnpRules;
import dev.assay.policy.TdxRules;
import dev.assay.testvectors.manifest.Conclusion;
import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.Outcome;
import dev.assay.testvectors.manifest.RunReport;
import dev.assay.testvectors.manifest.Runner;
import dev.assay.testvectors.manifest.Subject;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.verify.SnpCheck;
import dev.assay.verify.TdxCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published vectors, all of them: that they pass, that they are about one thing each, and that they leave nothing out. */
class PublishedVectorsTest {
    private static final Path FOLDER = Path.of("..", "testvectors", "vectors");
    private static final List<Manifest> MINTED = Stream.of(
                    "snp/verification",
                    "snp/decoding",
                    "snp/appraisal",
                    "tdx/verification",
                    "tdx/verification-v4",
                    "tdx/decoding",
                    "tdx/appraisal")
            .map(name -> load(name + ".json"))
            .toList();

    /** What a vector cannot show: lenient decoding, state of the verifier, profiles that the set keeps away from, and what is
     * no evidence but text, a bundle or too much. */
    private static final Set<String> NOT_IN_VECTORS = Set.of(
            "snp.report.irregular",
            "tdx.quote.irregular",
            "tdx.tcb-info.rolled-back",
            "tdx.qe-identity.rolled-back",
            "tdx.chain.reduced-profile",
            "too-large",
            "bad-text",
            "invalid-bundle");

    /** What is wrong with evidence as well, as soon as something else is. */
    private static final Map<String, String> CONSEQUENCES = Map.of(
            "tdx.chain.key", "tdx.qe.report-signature",
            "tdx.endorsement.unreadable", "tdx.tcb-info.missing");

    private static Manifest load(String name) {
        try {
            return Manifest.load(FOLDER.resolve(name));
        } catch (Exception e) {
            throw new AssertionError(name, e);
        }
    }

    private static List<Vector> vectors() {
        return MINTED.stream()
                .flatMap(manifest -> manifest.entries().stream())
                .map(Vector.class::cast)
                .toList();
    }

    private static Map<String, Effect> effects() {
        Map<String, Effect> effects = new TreeMap<>();
        Stream.<FindingCode>concat(Arrays.stream(SnpCheck.values()), Arrays.stream(TdxCheck.values()))
                .forEach(check -> effects.put(check.code(), check.effect()));
        return effects;
    }

    @Test
    void allPassAndEachFailsForNothingButWhatItIsAbout() throws InterruptedException {
        Map<String, Effect> effects = effects();
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        Subject subject = new AssaySubject();
        RunReport report = Runner.of(vector -> {
                    Outcome outcome = subject.run(vector);
                    outcomes.put(vector.id(), outcome);
                    return outcome;
                })
                .threads(Runtime.getRuntime().availableProcessors())
                .run(MINTED);
        assertEquals(
                List.of(),
                report.failures().stream().map(it -> it.description()).toList());
        List<String> more = new ArrayList<>();
        for (Vector vector : vectors()) {
            Set<String> failing = outcomes.get(vector.id()).findings().stream()
                    .filter(code -> effects.get(code) != Effect.NOTED)
                    .collect(Collectors.toCollection(TreeSet::new));
            vector.expect().findings().forEach(code -> {
                failing.remove(code);
                failing.remove(CONSEQUENCES.getOrDefault(code, code));
            });
            if (!failing.isEmpty()) {
                more.add(vector.id() + " " + failing);
            }
        }
        assertEquals(List.of(), more);
    }

    @Test
    void everyCodeThatBytesCanShowHasAVectorThatExpectsIt() {
        Set<String> missing = new TreeSet<>(effects().keySet());
        Arrays.stream(Malformation.values()).map(Malformation::code).forEach(missing::add);
        Stream.of(CommonRules.rules(), SnpRules.rules(), TdxRules.rules())
                .flatMap(List::stream)
                .map(PolicyRule::code)
                .forEach(missing::add);
        missing.add("policy.tee");
        vectors().forEach(vector -> missing.removeAll(vector.expect().findings()));
        assertEquals(new TreeSet<>(NOT_IN_VECTORS), missing);
    }

    @Test
    void aVerifierThatAcceptsEverythingFailsAllThatAreWrong() throws InterruptedException {
        assertEquals(count(vector -> !accepted(vector)), failures(Conclusion.VERIFIED));
    }

    @Test
    void aVerifierThatRefusesEverythingFailsAllThatAreRight() throws InterruptedException {
        long refused = count(vector -> String.valueOf(vector.expect().verdict()).equals("REJECTED"));
        assertTrue(failures(Conclusion.REJECTED) >= vectors().size() - refused);
    }

    private static boolean accepted(Vector vector) {
        return vector.policy() == null
                && String.valueOf(vector.expect().verdict()).equals("VERIFIED")
                && vector.expect().findings().isEmpty()
                && vector.expect().tcb().equals(dev.assay.testvectors.manifest.TcbFacts.UNKNOWN);
    }

    private static long count(Predicate<Vector> which) {
        return vectors().stream().filter(which).count();
    }

    private static long failures(Conclusion always) throws InterruptedException {
        Subject subject = vector -> Outcome.decoded(Map.of()).conclusion(always).build();
        return Runner.of(subject).run(MINTED).failures().size();
    }
}
