package dev.assay.testvectors.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.manifest.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The vectors in the repository are those that are minted, and their set is well made. With the system property
 * {@code assay.vectors.write} the first test writes them anew instead of comparing.
 */
class PublishedVectorsTest {
    private static final Path FOLDER = Path.of("vectors");
    private static final long LARGEST_SET = 4L << 20;
    private static final int WHOLE_QUOTE = 2000;
    private static final VectorSuite SUITE = VectorSuite.mint(VectorSuite.PUBLISHED_SEED);
    private static final Map<String, byte[]> FILES = SUITE.files();

    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (Boolean.getBoolean("assay.vectors.write")) {
            for (String name : published()) {
                Files.delete(FOLDER.resolve(name));
            }
            MintVectors.write(SUITE, FOLDER);
        }
    }

    /** Every file that a set consists of, besides those that are written by hand. */
    private static Set<String> published() throws IOException {
        Set<String> names = new TreeSet<>();
        Path minted = FOLDER.resolve(SuiteFiles.FOLDER);
        if (Files.exists(minted)) {
            try (Stream<Path> files = Files.list(minted)) {
                files.forEach(file -> names.add(SuiteFiles.FOLDER + file.getFileName()));
            }
        }
        FILES.keySet().stream()
                .filter(name -> !name.startsWith(SuiteFiles.FOLDER) && Files.exists(FOLDER.resolve(name)))
                .forEach(names::add);
        return names;
    }

    private static List<SuiteVector> vectors() {
        return SUITE.manifests().values().stream().flatMap(List::stream).toList();
    }

    @Test
    void mintingAgainGivesTheFilesInTheRepositoryByteForByte() throws IOException {
        assertEquals(FILES.keySet(), published());
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            assertArrayEquals(file.getValue(), Files.readAllBytes(FOLDER.resolve(file.getKey())), file.getKey());
        }
    }

    @Test
    void mintingTwiceInOneProcessGivesTheSame() {
        Map<String, byte[]> again = VectorSuite.mint(VectorSuite.PUBLISHED_SEED).files();
        assertEquals(FILES.keySet(), again.keySet());
        FILES.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
    }

    @Test
    void anotherSeedGivesTheSameVectorsWithOtherEvidence() {
        VectorSuite other = VectorSuite.mint(1);
        assertEquals(SUITE.size(), other.size());
        Set<String> shared = new HashSet<>(other.files().keySet());
        shared.retainAll(FILES.keySet());
        assertTrue(FILES.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".quote.bin") && file.getValue().length > WHOLE_QUOTE)
                .noneMatch(file -> shared.contains(file.getKey())));
    }

    @Test
    void theSetIsSmall() {
        assertTrue(FILES.values().stream().mapToLong(bytes -> bytes.length).sum() < LARGEST_SET);
    }

    @Test
    void everyVectorHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();
        vectors().forEach(vector -> assertTrue(names.add(vector.id()), vector.id()));
        assertTrue(names.size() > 800, () -> names.size() + " vectors");
    }

    @Test
    void everyWrongVectorHasARightTwinOfItsKind() {
        Map<String, SuiteVector> byName = new HashMap<>();
        vectors().forEach(vector -> byName.put(vector.id(), vector));
        for (SuiteVector vector : byName.values()) {
            boolean right = vector.expected().verdict().equals(Optional.of(Verdict.VERIFIED))
                    && vector.expected().findings().isEmpty();
            assertTrue(right || vector.twin().isPresent(), vector.id());
            vector.twin().ifPresent(name -> {
                SuiteVector twin = Objects.requireNonNull(byName.get(name), name);
                assertEquals(Optional.of(Verdict.VERIFIED), twin.expected().verdict(), vector.id());
                assertEquals(vector.given().tee(), twin.given().tee(), vector.id());
                assertEquals(vector.policy().isPresent(), twin.policy().isPresent(), vector.id());
            });
        }
    }

    @Test
    void noVectorGivesWhatItsTwinGives() {
        Map<String, String> texts = new HashMap<>();
        vectors().forEach(vector -> texts.put(vector.id(), shown(vector.given()) + vector.policy()));
        for (SuiteVector vector : vectors()) {
            vector.twin().ifPresent(twin -> assertNotEquals(texts.get(vector.id()), texts.get(twin), vector.id()));
        }
    }

    private static String shown(Given given) {
        return String.join(
                " ",
                given.evidence().name(),
                given.at().toString(),
                given.settings().toString(),
                given.single().values().stream().map(Blob::name).toList().toString(),
                given.lists().values().stream()
                        .flatMap(List::stream)
                        .map(Blob::name)
                        .toList()
                        .toString());
    }

    @Test
    void whatIsDebatableSaysWhatItIsAboutFirstAndThenOnWhatGroundsOthersDiffer() {
        List<SuiteVector> debatable = vectors().stream()
                .filter(vector -> vector.flags().contains(Flag.DEBATABLE))
                .toList();
        assertTrue(debatable.size() > 20);
        for (SuiteVector vector : debatable) {
            assertEquals(List.of(vector.flags().get(0), Flag.DEBATABLE), vector.flags(), vector.id());
            assertTrue(vector.because().contains("; "), vector.id());
        }
    }

    @Test
    void flagsAreUsedAndExplained() throws IOException {
        Set<String> used = vectors().stream()
                .flatMap(vector -> vector.flags().stream())
                .map(Flag::label)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = Stream.of(Flag.values()).map(Flag::label).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, used);
        assertEquals(all, Schemas.names(Files.readString(FOLDER.resolve("flags.json")), "flags"));
    }
}
