/**
 * Decoded evidence described field by field, once, for people and for programs alike: a {@link
 * dev.assay.explain.Description} has the text that a person reads and the members of a JSON form. It describes what the
 * evidence claims; whether that is true is no matter of this package.
 *
 * <p>Uses {@link dev.assay.model}, {@link dev.assay.snp} and {@link dev.assay.tdx}.
 */
@NullMarked
package dev.assay.explain;

import org.jspecify.annotations.NullMarked;
