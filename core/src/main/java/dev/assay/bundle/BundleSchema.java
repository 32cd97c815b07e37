package dev.assay.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of bundles. That digests match their bytes only reading tells. */
public final class BundleSchema {
    /** The schema's address, and the name of the resource beside this class. */
    public static final String ID = "https://assay.dev/schemas/bundle.schema.json";

    private static final String RESOURCE = "bundle.schema.json";

    private BundleSchema() {}

    /**
     * The published schema.
     *
     * @return JSON
     */
    public static String text() {
        try (InputStream in = BundleSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the library");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
