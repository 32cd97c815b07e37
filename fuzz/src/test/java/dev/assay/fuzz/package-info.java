/**
 * Fuzz targets: one class for every public reader of a format that others write, some that start from minted evidence and
 * sign what they changed so that verification and appraisal are reached, and some that compare decoding with the
 * independent encoders. {@code docs/fuzzing.md} says how to run them.
 *
 * <p>In an ordinary build each target runs over its seeds only. A finding becomes a file among the seeds of its target
 * and a named test beside the code that was wrong.
 */
@NullMarked
package dev.assay.fuzz;

import org.jspecify.annotations.NullMarked;
