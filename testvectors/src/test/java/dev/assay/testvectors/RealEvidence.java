package dev.assay.testvectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        return authority("amd", name);
    }

    /** A real CA certificate of a vendor's; the data is the verifier's, of which nothing else is used here. */
    public static byte[] authority(String vendor, String name) {
        try {
            return Files.readAllBytes(
                    Path.of("..", "core", "src", "main", "resources", "dev", "assay", "endorsement", vendor, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder of the corpus, sorted; the test is skipped if there is no corpus. */
    public static List<Path> corpus(String folder, Predicate<String> name) {
        String corpus = System.getProperty("assay.corpus", "");
        assumeTrue(!corpus.isEmpty(), "no corpus is given");
        try (Stream<Path> files = Files.list(Path.of(corpus).resolve(folder))) {
            return files.filter(file -> name.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
