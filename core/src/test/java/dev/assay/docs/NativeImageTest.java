package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * An application with the library can become a native image, which has those resources only that are declared. What it
 * is not to have either, calls by reflection, is for the rules of the architecture.
 */
class NativeImageTest {
    private static final String DECLARATION = "/META-INF/native-image/dev.assay/assay-core/resource-config.json";

    @Test
    void everyResourceThatCanBeReadByNameIsDeclared() throws IOException {
        List<Pattern> declared = declared();
        Set<String> undeclared = resources().stream()
                .filter(name -> declared.stream()
                        .noneMatch(pattern -> pattern.matcher(name).matches()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("dev/assay/endorsement/PROVENANCE.md"), undeclared);
    }

    @Test
    void everyDeclarationIsOfSomethingThatIsThere() throws IOException {
        Set<String> resources = resources();
        for (Pattern pattern : declared()) {
            assertTrue(resources.stream().anyMatch(pattern.asMatchPredicate()), pattern.pattern());
        }
    }

    private static List<Pattern> declared() throws IOException {
        try (var in = Objects.requireNonNull(NativeImageTest.class.getResourceAsStream(DECLARATION))) {
            JsonNode includes = new ObjectMapper().readTree(in).at("/resources/includes");
            return includes.valueStream()
                    .map(include -> Pattern.compile(include.get("pattern").asString()))
                    .toList();
        }
    }

    private static Set<String> resources() throws IOException {
        Path folder = ProjectFiles.root().resolve("core/src/main/resources");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("META-INF/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
