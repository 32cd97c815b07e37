package dev.assay.verify;

import dev.assay.tdx.Quote;
import java.security.GeneralSecurityException;

/**
 * Step 8.7, last part: whether the attestation key signed header and body as received, in version 5 with the descriptor
 * between them. Both (r, s) and (r, n - s) verify, as ECDSA has it: a signature does not identify a quote.
 */
final class TdxQuoteSignature {
    private TdxQuoteSignature() {}

    static void check(Quote quote, P256Signatures signatures, FindingList findings) {
        EcdsaSignature signature = EcdsaSignature.ofRaw(quote.signatureData().signature());
        if (!P256Signatures.inRange(signature)) {
            findings.add(
                    TdxCheck.SIGNATURE_RANGE,
                    "r and s from 1 to the order of P-256 less 1",
                    "r = 0x" + signature.r().toString(16) + ", s = 0x"
                            + signature.s().toString(16));
            return;
        }
        try {
            if (!signatures.quote(quote.signatureData().attestationKey(), quote.signedBytes(), signature)) {
                findings.add(
                        TdxCheck.SIGNATURE_INVALID, "a signature by the attestation key", "one that does not verify");
            }
        } catch (GeneralSecurityException e) {
            findings.add(TdxCheck.SIGNATURE_KEY, "a point on P-256", String.valueOf(e.getMessage()));
        }
    }
}
