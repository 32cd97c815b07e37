/**
 * Simulated machines as parameters of JUnit 5 tests.
 *
 * <p>Uses the simulators and JUnit's API, which is optional: whoever does not use this package needs no JUnit. May be used
 * from tests.
 */
@NullMarked
package dev.assay.testvectors.junit;

import org.jspecify.annotations.NullMarked;
