package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of other verifiers is wrong of them as long as the vectors still expect what they did. */
class PeersDocumentTest {
    private static final String ACCEPTS = "accepts what is wrong";
    private static final String REFUSES = "refuses what is right";
    private static final Pattern GROUP = Pattern.compile("`([a-z0-9/-]+/)`: ([^;|]+)");
    private static final Pattern COUNT = Pattern.compile("\\| (\\d+) \\| \\w+ \\|.*");
    private static final Map<String, Vector> VECTORS = new LinkedHashMap<>();
    private static String document = "";

    @BeforeAll
    static void load() throws Exception {
        document = ProjectFiles.read("benchmarks/peers/RESULTS.md");
        for (String name : List.of(
                "snp/verification",
                "snp/decoding",
                "snp/real",
                "tdx/verification",
                "tdx/verification-v4",
                "tdx/decoding")) {
            Manifest.load(ProjectFiles.root().resolve("testvectors/vectors/" + name + ".json"))
                    .entries()
                    .forEach(entry -> VECTORS.put(entry.id(), (Vector) entry));
        }
    }

    @Test
    void noVectorThatIsWronglyAcceptedExpectsVerified() {
        assertExpected(ACCEPTS, vector -> !isRight(vector));
    }

    @Test
    void everyVectorThatIsWronglyRefusedExpectsVerified() {
        assertExpected(REFUSES, PeersDocumentTest::isRight);
    }

    @Test
    void theTotalsAreTheSumsOfTheRows() {
        for (String peer : document.split("\n### ", -1)) {
            String name = peer.lines().findFirst().orElseThrow();
            String total = document.lines()
                    .filter(line -> line.matches("\\| \\Q" + name + "\\E( \\| \\d+){7} \\|"))
                    .findFirst()
                    .orElse("");
            if (!total.isEmpty()) {
                String[] cells = total.split(" *\\| *", -1);
                assertEquals(Integer.parseInt(cells[3]), listed(peer, ACCEPTS).size(), name);
                assertEquals(Integer.parseInt(cells[4]), listed(peer, REFUSES).size(), name);
            }
        }
    }

    private static boolean isRight(Vector vector) {
        return vector.expect().verdict() == Verdict.VERIFIED
                || Boolean.TRUE.equals(vector.expect().decodes());
    }

    private static void assertExpected(String column, Predicate<Vector> expected) {
        List<String> listed = listed(document, column);
        assertTrue(listed.size() > 40, listed.size() + " vectors");
        assertEquals(
                List.of(),
                listed.stream()
                        .filter(id -> !expected.test(Objects.requireNonNull(VECTORS.get(id), id)))
                        .toList());
    }

    /** The vectors in all tables with this first column, as often as they are named; each row has as many as it says. */
    private static List<String> listed(String text, String column) {
        List<String> all = new ArrayList<>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            inside = line.startsWith("|") && (inside || line.startsWith("| " + column + " | flag | vectors |"));
            Matcher row = COUNT.matcher(line);
            if (inside && row.matches()) {
                List<String> ids = GROUP.matcher(line)
                        .results()
                        .flatMap(group -> Stream.of(group.group(2).strip().split(", ", -1))
                                .map(name -> group.group(1) + name))
                        .toList();
                assertEquals(Integer.parseInt(row.group(1)), ids.size(), line);
                all.addAll(ids);
            }
        }
        return all;
    }
}
