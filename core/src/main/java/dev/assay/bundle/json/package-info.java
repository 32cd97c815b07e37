/**
 * The pieces of JSON that bundles and reappraisal have in common. Not exported: only {@link dev.assay.bundle} and
 * {@code dev.assay.reappraisal} use it.
 */
@NullMarked
package dev.assay.bundle.json;

import org.jspecify.annotations.NullMarked;
