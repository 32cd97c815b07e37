package dev.assay.testvectors.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A list of vectors from one file, {@code {"schema": 1, "vectors": [...]}}. The names of files in it are relative to the
 * folder above the one that the manifest is in, and may not lead out of it.
 *
 * @param file the manifest, as it was named when it was loaded
 * @param entries its vectors in order; those that break the rules of the format are there too, as failures
 */
public record Manifest(Path file, List<Entry> entries) {
    /** The largest manifest that is read: 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    /** The most vectors that one manifest may have. */
    public static final int MAX_VECTORS = 100_000;

    /**
     * Copies the list.
     *
     * @param file taken as it is
     * @param entries copied
     */
    public Manifest {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a manifest. A vector that breaks the rules becomes an {@link UnusableVector} and does not keep the others
     * from running: it has an unknown member, a member twice or of the wrong type, lacks a member, expects nothing, or
     * names a file that is missing, larger than {@link VectorFile#MAX_BYTES}, or outside the root folder.
     *
     * @param file the manifest, UTF-8, at most {@link #MAX_BYTES} bytes, nested at most 1000 deep
     * @return its vectors
     * @throws ManifestException if the file cannot be read, is not JSON, has another schema than 1, has no list of
     *     vectors or one longer than {@link #MAX_VECTORS}, or has any other member beside these two
     */
    public static Manifest load(Path file) throws ManifestException {
        VectorReader reader = new VectorReader(root(file));
        return new Manifest(file, new ManifestReader(file).read(reader::read));
    }

    private static Path root(Path file) throws ManifestException {
        if (!Files.exists(file)) {
            throw new ManifestException(file, "cannot be read: there is no such file");
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path root = folder == null ? null : folder.toRealPath().getParent();
            if (root == null) {
                throw new ManifestException(file, "must be in a folder that has a folder above it");
            }
            return root;
        } catch (IOException e) {
            throw new ManifestException(file, "cannot be read: " + e, e);
        }
    }
}
