package dev.assay.cli;

import dev.assay.model.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what the command line names, never more than a given number of bytes. */
final class InputFile {
    /** The name that means standard input. */
    static final String STANDARD_INPUT = "-";

    private InputFile() {}

    static Path path(String name) throws UsageException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("not a file name: " + name);
        }
    }

    /** Reads up to one byte more than the limit, so that the caller sees that there is more. */
    static byte[] upTo(int limit, String name, Terminal terminal) throws UsageException {
        try {
            if (name.equals(STANDARD_INPUT)) {
                return terminal.in().readNBytes(limit + 1);
            }
            try (InputStream in = Files.newInputStream(path(name))) {
                return in.readNBytes(limit + 1);
            }
        } catch (IOException e) {
            throw unreadable(name.equals(STANDARD_INPUT) ? "standard input" : name, e);
        }
    }

    /** Reads a whole file, which may not be larger than the limit. */
    static Bytes whole(int limit, Path file) throws UsageException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new UsageException("cannot use " + file + ": larger than " + limit + " bytes");
            }
            return Bytes.copyOf(content);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    static UsageException unreadable(String name, IOException e) {
        return new UsageException("cannot read " + name + ": " + why(e));
    }

    static String why(IOException e) {
        return e instanceof NoSuchFileException
                ? "there is no such file"
                : e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }
}
