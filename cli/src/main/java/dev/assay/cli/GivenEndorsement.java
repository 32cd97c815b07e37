package dev.assay.cli;

import dev.assay.model.Bytes;

/**
 * A file of endorsements that the command line names, or an item of a bundle among them.
 *
 * @param name the file's path, or the item's origin
 * @param content its bytes
 */
record GivenEndorsement(String name, Bytes content) {}
