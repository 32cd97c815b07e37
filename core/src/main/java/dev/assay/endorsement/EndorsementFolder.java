package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads all files of a folder, in the order of their names. */
final class EndorsementFolder {
    private static final int MOST = 1000;
    private static final int LARGEST = 1 << 23;
    private static final long LARGEST_SUM = 1L << 26;

    private EndorsementFolder() {}

    static Endorsements read(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (files.size() == MOST) {
                    throw new IOException("more than " + MOST + " files in " + folder);
                }
                if (Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        }
        files.sort((a, b) -> a.toString().compareTo(b.toString()));
        Endorsements.Builder all = Endorsements.builder();
        long sum = 0;
        for (Path file : files) {
            Bytes content = content(file);
            sum += content.length();
            if (sum > LARGEST_SUM) {
                throw new IOException("more than " + LARGEST_SUM + " bytes in " + folder);
            }
            all.add(file.toString(), content);
        }
        return all.build();
    }

    private static Bytes content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IOException(file + " has more than " + LARGEST + " bytes");
            }
            return Bytes.copyOf(content);
        }
    }
}
