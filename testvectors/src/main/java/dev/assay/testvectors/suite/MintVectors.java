package dev.assay.testvectors.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the minted vectors into a folder: {@code java -cp ... dev.assay.testvectors.suite.MintVectors FOLDER [SEED]}.
 * Files that are there already are replaced; no file is removed.
 */
public final class MintVectors {
    private MintVectors() {}

    /**
     * Writes the set and says what was written.
     *
     * @param arguments a folder, which is made if it is not there, and optionally a seed, a whole number
     * @throws IOException if the folder cannot be written to
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            throw new IllegalArgumentException("expected are a folder and, optionally, a seed");
        }
        long seed = arguments.length == 2 ? Long.parseLong(arguments[1]) : VectorSuite.PUBLISHED_SEED;
        VectorSuite suite = VectorSuite.mint(seed);
        write(suite, Path.of(arguments[0]));
        PrintStream out = System.out;
        out.println(suite.size() + " vectors in " + suite.files().size() + " files");
    }

    /**
     * Writes the set.
     *
     * @param suite the vectors
     * @param root the root folder, which is made if it is not there
     * @throws IOException if it cannot be written to
     */
    public static void write(VectorSuite suite, Path root) throws IOException {
        for (Map.Entry<String, byte[]> file : suite.files().entrySet()) {
            Path path = root.resolve(file.getKey());
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(path, file.getValue());
        }
    }
}
