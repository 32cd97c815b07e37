package dev.assay.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the checkout that the tests run in. */
final class ProjectFiles {
    private ProjectFiles() {}

    /** The project's root folder: tests run in that of their module, or in the root itself. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("core/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("these tests run in a checkout of the project only");
            }
        }
        return folder;
    }

    static String read(String path) throws IOException {
        return Files.readString(root().resolve(path), StandardCharsets.UTF_8);
    }

    /** Everything with this ending that is written by hand, in a stable order. */
    static List<Path> named(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.of("target", ".git", "node_modules").noneMatch(name -> isIn(name, file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isIn(String name, Path file) {
        for (Path part : root().relativize(file)) {
            if (part.toString().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
