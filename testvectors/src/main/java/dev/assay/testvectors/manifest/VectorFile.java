package dev.assay.testvectors.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** A file that a vector names, somewhere below the manifest's root folder. */
public final class VectorFile {
    /** The largest file that is read: 1 MiB. The largest real one, a TCB info, is below 100 kB. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int LONGEST_NAME = 1000;

    private final Path root;
    private final String name;

    private VectorFile(Path root, String name) {
        this.root = root;
        this.name = name;
    }

    /** Finds a file under a root that is a real path already. */
    static VectorFile find(Path root, String name) throws VectorProblem {
        if (!isRelative(name)) {
            throw new VectorProblem("not a relative file name without dot segments: '" + name + "'");
        }
        VectorFile file = new VectorFile(root, name);
        try {
            if (Files.size(file.locate()) > MAX_BYTES) {
                throw new VectorProblem("file '" + name + "' is larger than " + MAX_BYTES + " bytes");
            }
        } catch (NoSuchFileException e) {
            throw new VectorProblem("file '" + name + "' is missing");
        } catch (InvalidPathException e) {
            throw new VectorProblem("'" + name + "' cannot be a file name here");
        } catch (IOException e) {
            throw new VectorProblem("file '" + name + "': " + e.getMessage());
        }
        return file;
    }

    /**
     * The name as the manifest has it.
     *
     * @return segments separated by slashes, relative to the manifest's root folder
     */
    public String name() {
        return name;
    }

    /**
     * Reads the file.
     *
     * @return its content, at most {@link #MAX_BYTES} bytes, in an array that the caller owns
     * @throws UncheckedIOException if it cannot be read, has grown too large or has come to lie outside the root folder
     */
    public byte[] bytes() {
        try (InputStream in = Files.newInputStream(locate())) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new IOException("file '" + name + "' is larger than " + MAX_BYTES + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Segments between single slashes; a colon or backslash would mean a drive or a separator on some systems. */
    private static boolean isRelative(String name) {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c == '\\' || c == ':' || c == 0)) {
            return false;
        }
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** Follows links first, since a name without dot segments can still lead out of the root through one. */
    private Path locate() throws IOException {
        Path real = root.resolve(name).toRealPath();
        if (!real.startsWith(root)) {
            throw new IOException("is a link out of the manifest's root folder");
        }
        if (!Files.isRegularFile(real)) {
            throw new IOException("is not a regular file");
        }
        return real;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VectorFile that && that.root.equals(root) && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(root, name);
    }

    /** The name as the manifest has it. */
    @Override
    public String toString() {
        return name;
    }
}
