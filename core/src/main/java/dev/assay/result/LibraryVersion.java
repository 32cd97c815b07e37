package dev.assay.result;

/** The version of this library. */
public final class LibraryVersion {
    /** As the build calls it; a test compares the two. */
    public static final String CURRENT = "0.1.0-SNAPSHOT";

    private LibraryVersion() {}

    /**
     * What results call the library.
     *
     * @return name and version
     */
    public static String label() {
        return "assay " + CURRENT;
    }
}
