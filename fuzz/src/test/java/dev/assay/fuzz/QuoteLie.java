package dev.assay.fuzz;

import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import java.util.Arrays;

/** One thing about a quote's framing that the encoder is made to say, true or not. */
final class QuoteLie {
    private final Kind kind;
    private final int value;

    private enum Kind {
        NONE,
        SIGNATURE_DATA_LENGTH,
        AUTHENTICATION_LENGTH,
        OUTER_TYPE,
        OUTER_LENGTH,
        OUTER_SLACK,
        INNER_LENGTH,
        SLACK,
        TRAILING,
        VERSION,
        KEY_TYPE,
        TEE_TYPE,
        DESCRIPTOR,
    }

    QuoteLie(Choices choices) {
        kind = choices.of(Kind.values());
        value = kind == Kind.NONE ? 0 : choices.u16();
    }

    QuoteEncoder told(QuoteEncoder quote) {
        byte[] more = new byte[value & 0xFF];
        Arrays.fill(more, (byte) (value >> 8));
        return switch (kind) {
            case NONE -> quote;
            case SIGNATURE_DATA_LENGTH -> quote.signatureDataLength(value);
            case AUTHENTICATION_LENGTH -> quote.signatureData(data -> data.authLength(value));
            case OUTER_TYPE -> quote.signatureData(data -> data.outerType(value));
            case OUTER_LENGTH -> quote.signatureData(data -> data.outerLength(value));
            case OUTER_SLACK -> quote.signatureData(data -> data.outerSlack(more));
            case INNER_LENGTH -> quote.signatureData(data -> data.innerLength(value));
            case SLACK -> quote.signatureData(data -> data.slack(more));
            case TRAILING -> quote.trailing(more);
            case VERSION -> quote.header(QuoteHeaderField.VERSION, value);
            case KEY_TYPE -> quote.header(QuoteHeaderField.ATTESTATION_KEY_TYPE, value);
            case TEE_TYPE -> quote.header(QuoteHeaderField.TEE_TYPE, value);
            case DESCRIPTOR -> quote.descriptor(value & 0xFF, quote.body().length + (value >> 8));
        };
    }

    boolean changes(QuoteEncoder quote) {
        return !Arrays.equals(quote.encode(), told(quote).encode());
    }

    /**
     * Whether a decoder may take it. Zeros behind a quote are padding; another length of the authentication data moves
     * what comes after it, which may by chance be well-formed there too.
     */
    boolean mayPass(QuoteEncoder quote) {
        return !changes(quote) || kind == Kind.AUTHENTICATION_LENGTH || (kind == Kind.TRAILING && value >> 8 == 0);
    }

    @Override
    public String toString() {
        return kind + " " + value;
    }
}
