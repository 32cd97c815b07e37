/**
 * The published vectors and how they are made: for each check that verifiers and policies perform, evidence that is right
 * and evidence that is wrong in exactly one way, minted by the simulators.
 *
 * <p>What must come of a vector is written down beside what is changed to make it. Nothing here knows Assay's verifier; the
 * codes of findings are named as text.
 *
 * <p>Uses the simulators, the encoders and the manifest's vocabulary; may be used by anybody who wants the set in memory or
 * with another seed. {@link dev.assay.testvectors.suite.MintVectors} writes it into a folder.
 */
@NullMarked
package dev.assay.testvectors.suite;

import org.jspecify.annotations.NullMarked;
