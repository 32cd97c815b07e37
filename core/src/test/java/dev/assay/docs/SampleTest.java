package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents show of Java is in the sample project, which is compiled and run against what is published. */
class SampleTest {
    private static final String SAMPLE = "samples/consumer/src/main/java/com/example/keyrelease/";
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theSampleHasTheReadmesExample() throws IOException {
        String example = ProjectFiles.read(SAMPLE + "GuestCheck.java");
        assertTrue(ProjectFiles.read("README.md").contains(example.substring(example.indexOf("import "))));
    }

    @Test
    void theQuickstartShowsTheSample() throws IOException {
        String sources = unindented(ProjectFiles.read(SAMPLE + "KeyRelease.java")
                + ProjectFiles.read("samples/consumer/src/test/java/com/example/keyrelease/KeyReleaseTest.java"));
        List<String> blocks = JAVA.matcher(ProjectFiles.read("docs/quickstart.md"))
                .results()
                .map(block -> unindented(block.group(1)))
                .toList();
        assertTrue(blocks.size() >= 5, "nonce, report data, verification and appraisal, release, test");
        for (String block : blocks) {
            assertTrue(sources.contains(block), () -> "not in the sample:\n" + block);
        }
    }

    @Test
    void whatTheSampleLacksIsFound() {
        Matcher block = JAVA.matcher("```java\n    int a;\n```");
        assertTrue(block.find() && unindented(block.group(1)).equals("int a;"));
    }

    private static String unindented(String source) {
        return source.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
