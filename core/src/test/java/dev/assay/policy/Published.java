package dev.assay.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the checkout that follow from the source, and can be written anew with {@code -Dassay.docs.write=true}. */
final class Published {
    private Published() {}

    static String file(String path, String wanted) throws IOException {
        Path file = root().resolve(path);
        if (Boolean.getBoolean("assay.docs.write")) {
            Files.writeString(file, wanted);
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Tests run in their module's folder, or in the root itself. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("core/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("these tests run in a checkout of the project only");
            }
        }
        return folder;
    }
}
