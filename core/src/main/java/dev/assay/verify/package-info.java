/**
 * Verification: whether evidence is genuine, as a pure function of evidence, endorsements and time.
 *
 * <p>{@link dev.assay.verify.SnpVerification} is the procedure for SEV-SNP reports and
 * {@link dev.assay.verify.TdxVerification} that for TDX quotes; each of their steps is a class of its own, and
 * {@link dev.assay.verify.SnpCheck} and {@link dev.assay.verify.TdxCheck} list all that they check. The outcome is an
 * {@link dev.assay.verify.Outcome}; a {@link dev.assay.verify.Verified} value cannot be made in any other way. No I/O, no
 * clock, no state but the bounded memory of signatures that the caller passes in.
 *
 * <p>The only package that sees Bouncy Castle's cryptography.
 */
@NullMarked
package dev.assay.verify;

import org.jspecify.annotations.NullMarked;
