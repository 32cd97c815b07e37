package dev.assay.cli;

import dev.assay.bundle.BundleItem;
import dev.assay.model.Bytes;
import java.nio.file.Path;

/**
 * A file of endorsements that the command line names, or an item of a bundle among them.
 *
 * @param name what to call it before who gave it: the file's path, or the item's origin
 * @param origin what to call it before others: the file's name without its folders, or the item's origin
 * @param content its bytes
 */
record GivenEndorsement(String name, String origin, Bytes content) {
    static GivenEndorsement of(Path file, Bytes content) {
        return new GivenEndorsement(file.toString(), String.valueOf(file.getFileName()), content);
    }

    static GivenEndorsement of(BundleItem item) {
        return new GivenEndorsement(item.origin(), item.origin(), item.bytes());
    }
}
