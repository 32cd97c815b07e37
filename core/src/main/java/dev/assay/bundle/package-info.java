/**
 * The bundle: one file that holds evidence, the endorsements that vouch for it, and the time of the verdict, so that the
 * verdict can be reached again years later, or in a place without a network. {@link dev.assay.bundle.Bundle} is the way
 * in; {@link dev.assay.bundle.DcapQvlCollateral} writes what it holds in the form of another verifier.
 *
 * <p>A bundle is not trusted. It holds what is to be judged and no trust anchors, so that a forged one comes to the same
 * as forged evidence. The format is documented in {@code docs/bundle.md}; {@link dev.assay.bundle.BundleSchema} has its
 * JSON Schema.
 *
 * <p>Uses everything that leads up to a result; only reappraisal and programs use it.
 */
@NullMarked
package dev.assay.bundle;

import org.jspecify.annotations.NullMarked;
