package dev.assay.cli;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file's name in a result, such that another name gives another text, and the name can be had back from it. Names are
 * bytes on most systems, and not all of them are text in the locale's encoding.
 */
final class BundleName {
    private static final String PERCENT = "%25";

    private BundleName() {}

    /** The name itself with percent signs escaped; one that is no text as a URI has it. */
    static String text(Path name) {
        String text = name.toString();
        if (isText(name, text)) {
            return text.replace("%", PERCENT);
        }
        String address = name.toAbsolutePath().toUri().getRawPath();
        String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return bare.substring(bare.lastIndexOf('/') + 1);
    }

    private static boolean isText(Path name, String text) {
        try {
            return name.getFileSystem().getPath(text).equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The name that a text was made of.
     *
     * @throws IllegalArgumentException if it is that of no file's name
     */
    static Path name(String text, Path folder) {
        String plain = text.replace(PERCENT, "");
        Path name = plain.contains("%")
                ? Path.of(URI.create("file:///" + text)).getFileName()
                : folder.getFileSystem().getPath(text.replace(PERCENT, "%"));
        String whole = String.valueOf(name);
        if (name == null
                || whole.isEmpty()
                || whole.equals(".")
                || whole.equals("..")
                || name.getNameCount() != 1
                || name.isAbsolute()
                || !text(name).equals(text)) {
            throw new IllegalArgumentException("no name of a file: " + text);
        }
        return name;
    }
}
