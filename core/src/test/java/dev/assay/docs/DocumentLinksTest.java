package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link from one document to another leads somewhere. */
class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)(#[^)\\s]*)?\\)");

    @Test
    void everyLinkToAFileLeadsToOne() throws IOException {
        List<Path> documents = ProjectFiles.named(".md");
        assertTrue(documents.contains(ProjectFiles.root().resolve("README.md")));
        List<String> broken = new ArrayList<>();
        for (Path document : documents) {
            broken.addAll(broken(document));
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void aLinkToNowhereIsFound(@TempDir Path folder) throws IOException {
        Path document = folder.resolve("a.md");
        Files.writeString(document, "[good](a.md#part), [far](https://example.org/x), [bad](b.md)");
        assertEquals(List.of("a.md: b.md"), broken(document));
    }

    private static List<String> broken(Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(Files.readString(document));
        while (link.find()) {
            if (!Files.exists(document.resolveSibling(link.group(1)))) {
                broken.add(document.getFileName() + ": " + link.group(1));
            }
        }
        return broken;
    }
}
