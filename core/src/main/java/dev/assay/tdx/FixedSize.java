package dev.assay.tdx;

import dev.assay.model.Bytes;

/** The check that every structure of a fixed size makes before it exists, so that its accessors cannot go astray. */
final class FixedSize {
    private FixedSize() {}

    static void require(Bytes raw, int size, String name) {
        if (raw.length() != size) {
            throw new IllegalArgumentException(name + " has " + size + " bytes, not " + raw.length());
        }
    }
}
