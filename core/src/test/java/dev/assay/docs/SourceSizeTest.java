package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file is as long as a reader can hold in the head. */
class SourceSizeTest {
    private static final int LONGEST = 400;

    /** Files that are over the limit today, with the length that they may not exceed. Take entries out, add none. */
    @Test
    void noSourceFileIsLongerThan400Lines() throws IOException {
        assertEquals(List.of(), longerThan(LONGEST));
    }

    @Test
    void aLongerFileIsFound() throws IOException {
        assertFalse(longerThan(20).isEmpty());
    }

    private static List<String> longerThan(int limit) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : ProjectFiles.named(".java")) {
            int lines = Files.readAllLines(file).size();
            if (lines > limit) {
                found.add(file.getFileName() + " has " + lines + " lines");
            }
        }
        return found;
    }
}
