package dev.assay.testvectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real evidence to compare with: the shipped vectors and the certificates of the vendors. */
public final class RealEvidence {
    private RealEvidence() {}

    /** A file below the vectors' folder. */
    public static byte[] vector(String name) {
        try (InputStream in = RealEvidence.class.getResourceAsStream("/dev/assay/testvectors/vectors/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no vector is called " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A real CA certificate of AMD's; the data is the verifier's, of which nothing else is used here. */
    public static byte[] authority(String name) {
        try {
            return Files.readAllBytes(
                    Path.of("..", "core", "src", "main", "resources", "dev", "assay", "endorsement", "amd", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
