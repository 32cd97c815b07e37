package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order a folder is read, and up to which sizes. */
class EndorsementFolderTest {
    private static final int LARGEST_FILE = 8 * 1024 * 1024;

    @TempDir
    private Path folder;

    private void fileOf(String name, int length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(length);
        }
    }

    private List<String> names() throws IOException {
        return EndorsementFolder.read(folder).unreadable().stream()
                .map(item -> String.valueOf(Path.of(item.name()).getFileName()))
                .toList();
    }

    /** File systems list names by a hash of them, or the newest or the oldest first. */
    @Test
    void filesAreReadInTheOrderOfTheirNamesWhateverThatOfTheFileSystem() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 10; i < 50; i++) {
            expected.add("file" + i);
            Files.write(folder.resolve("file" + (10 + (i * 7 + 3) % 40)), "hello".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(expected, names());
    }

    @Test
    void aFileOfTheLargestSizeIsReadAndALargerOneRefused() throws IOException {
        fileOf("large", LARGEST_FILE);
        assertEquals(List.of("large"), names());
        fileOf("large", LARGEST_FILE + 1);
        String message =
                String.valueOf(assertThrows(IOException.class, this::names).getMessage());
        assertTrue(message.contains("large has more than 8388608 bytes"), message);
    }

    @Test
    void filesOfTheLargestSumAreReadAndOneByteMoreRefused() throws IOException {
        for (int i = 0; i < 8; i++) {
            fileOf("file" + i, LARGEST_FILE);
        }
        assertEquals(8, names().size());
        fileOf("one more", 1);
        String message =
                String.valueOf(assertThrows(IOException.class, this::names).getMessage());
        assertTrue(message.contains("more than 67108864 bytes in"), message);
    }
}
