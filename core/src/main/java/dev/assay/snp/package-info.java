/**
 * SEV-SNP evidence as values: the attestation report, its bit fields and TCB versions, and the certificate table that a
 * host may put behind it. Decoding only; nothing here is authenticated until {@code dev.assay.verify} has said so.
 *
 * <p>Start at {@link dev.assay.snp.AttestationReport}. Uses {@link dev.assay.model} and nothing else of Assay. Field
 * names, offsets and bits follow AMD's SEV-SNP firmware ABI specification (document 56860), the table the GHCB
 * specification (document 56421).
 */
@NullMarked
package dev.assay.snp;

import org.jspecify.annotations.NullMarked;
