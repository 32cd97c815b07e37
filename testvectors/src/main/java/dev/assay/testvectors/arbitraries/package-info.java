/**
 * Random evidence for properties, as jqwik arbitraries of encoders: the encoder tells field by field what went in, so
 * that a decoder's answers can be compared with it.
 *
 * <p>{@link dev.assay.testvectors.arbitraries.SignedEvidence} has whole signed evidence of simulated machines instead.
 *
 * <p>Uses the package {@code encode}, the simulators and jqwik's API, which is an optional dependency: only who uses this package needs
 * it. May be used from tests.
 */
@NullMarked
package dev.assay.testvectors.arbitraries;

import org.jspecify.annotations.NullMarked;
