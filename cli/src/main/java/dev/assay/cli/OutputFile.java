package dev.assay.cli;

import dev.assay.model.Bytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes files whole or not at all: who reads one meanwhile gets the old content or the new. */
final class OutputFile {
    private OutputFile() {}

    static void write(Path file, Bytes content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Optional.ofNullable(target.getParent()).orElse(target);
        Path draft = Files.createTempFile(folder, ".assay-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                var bytes = content.asByteBuffer();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
