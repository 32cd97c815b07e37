package dev.assay.testvectors.manifest;

import java.nio.file.Path;

/** A manifest cannot be read at all, so none of its vectors can run. */
public final class ManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    ManifestException(Path manifest, String problem) {
        super(Printable.of(manifest + ": " + problem));
    }

    ManifestException(Path manifest, String problem, Throwable cause) {
        super(Printable.of(manifest + ": " + problem), cause);
    }
}
