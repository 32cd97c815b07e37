/**
 * Measurements by JMH, each beside the primitive that bounds it. Not published; uses the public interface of the library
 * only, and the real evidence that {@code testvectors} ships.
 */
@NullMarked
package dev.assay.benchmarks;

import org.jspecify.annotations.NullMarked;
