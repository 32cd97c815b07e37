package dev.assay.reappraisal;

import dev.assay.model.Bytes;
import java.io.IOException;

/** A bundle that is kept somewhere, and read only when its turn comes. */
public interface StoredBundle {
    /**
     * What the bundle is called in results.
     *
     * @return a name that no other bundle of the stream has
     */
    String id();

    /**
     * Reads the bundle. Called once, on any thread.
     *
     * @return its bytes
     * @throws IOException if they cannot be had; the result says so, and the stream goes on
     */
    Bytes read() throws IOException;
}
