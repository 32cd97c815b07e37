/**
 * Intel TDX quotes as values, and their decoding. No cryptography, no certificates, no judgement: a decoded quote is
 * what some bytes claim, and nothing in it may be believed before verification.
 *
 * <p>Start at {@link dev.assay.tdx.Quote}. A quote of version 4 or 5 is built like this; every integer is
 * little-endian, every signature and public key is a pair of 32-byte big-endian numbers:
 *
 * <pre>
 * header (48) | v5: body type (2), body size (4) | TD report (584, 648 or 885) | signature data length (4)
 * signature (64) | attestation key (64) | 6 (2) | length (4)
 *     QE report (384) | its signature (64) | length (2), authentication data | type (2), length (4), certification data
 * zero padding, as much as the producer's buffer had
 * </pre>
 *
 * <p>What the attestation key signs is the first line up to and including the TD report. All fields are slices of the
 * input, never re-encoded. Bits and header fields that have no meaning here stay visible and are no fault. Lengths are
 * taken literally: each level must be used up exactly by the level inside it.
 *
 * <p>The layouts follow Intel's DCAP sources ({@code sgx_quote_3.h}, {@code sgx_quote_4.h}, {@code sgx_quote_5.h} in
 * {@code QuoteGeneration/quote_wrapper/common/inc}) and the quote format appendix of "Intel TDX DCAP: Quote Generation
 * Library and Quote Verification Library".
 *
 * <p>Uses {@link dev.assay.model} only; used from verification, policy, results and the front door. Knows nothing of
 * SEV-SNP.
 */
@NullMarked
package dev.assay.tdx;

import org.jspecify.annotations.NullMarked;
