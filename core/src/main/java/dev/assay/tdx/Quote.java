package dev.assay.tdx;

import dev.assay.model.Bytes;
import dev.assay.model.Faults;
import dev.assay.model.Irregularity;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.util.List;

/**
 * A TDX quote of version 4 or 5 with an attestation key of P-256. That it exists says that its bytes have the form of a
 * quote, and nothing about their truth.
 *
 * <p>Immutable; holds one copy of the input, of which every field is a slice.
 */
public final class Quote {
    /**
     * The largest input that is looked at, padding included: 1 MiB. Real quotes have about 5000 bytes, the largest buffer
     * seen around one 8000. All lengths inside a quote are bounded by it.
     */
    public static final int MAX_INPUT = 1 << 20;

    private final Bytes raw;
    private final QuoteHeader header;
    private final TdReport body;
    private final int signedLength;
    private final QuoteSignatureData signatureData;
    private final int length;
    private final int trailingZeros;
    private final List<Irregularity> irregularities;

    Quote(
            Bytes raw,
            QuoteHeader header,
            TdReport body,
            int signedLength,
            QuoteSignatureData signatureData,
            int length,
            int trailingZeros,
            List<Irregularity> irregularities) {
        this.raw = raw;
        this.header = header;
        this.body = body;
        this.signedLength = signedLength;
        this.signatureData = signatureData;
        this.length = length;
        this.trailingZeros = trailingZeros;
        this.irregularities = irregularities;
    }

    /**
     * Decodes a quote strictly, after copying it.
     *
     * @param bytes a quote, with or without zeros behind it
     * @return the quote
     * @throws MalformedEvidenceException if the bytes are anything else
     */
    public static Quote decode(byte[] bytes) throws MalformedEvidenceException {
        QuoteDecoder.requireDecodableSize(bytes.length, new Faults(Strictness.STRICT));
        return decode(Bytes.copyOf(bytes));
    }

    /**
     * Decodes a quote strictly.
     *
     * @param bytes a quote, with or without zeros behind it
     * @return the quote
     * @throws MalformedEvidenceException if the bytes are anything else
     */
    public static Quote decode(Bytes bytes) throws MalformedEvidenceException {
        return decode(bytes, Strictness.STRICT);
    }

    /**
     * Decodes a quote. The one fault that lenient decoding lets pass are bytes other than zero behind the quote; for all
     * others it is not known where the next field would be.
     *
     * @param bytes a quote, with or without bytes behind it
     * @param strictness what to do with faults that can be tolerated
     * @return the quote
     * @throws MalformedEvidenceException if the bytes are anything else
     */
    public static Quote decode(Bytes bytes, Strictness strictness) throws MalformedEvidenceException {
        return new QuoteDecoder(bytes, strictness).decode();
    }

    /**
     * The header: 48 bytes at offset 0.
     *
     * @return the header
     */
    public QuoteHeader header() {
        return header;
    }

    /**
     * The layout of the body; version 4 quotes always have {@link TdReportType#TD_1_0}.
     *
     * @return the type
     */
    public TdReportType bodyType() {
        return body.type();
    }

    /**
     * What the TDX module says about the TD, at offset 48 (version 4) or 54 (version 5).
     *
     * @return the TD report
     */
    public TdReport body() {
        return body;
    }

    /**
     * The signature and what vouches for its key; behind the body and a 4-byte length.
     *
     * @return the signature data
     */
    public QuoteSignatureData signatureData() {
        return signatureData;
    }

    /**
     * What the attestation key's signature covers: header and body, in version 5 with the 6-byte descriptor between
     * them.
     *
     * @return the first 632 (version 4) or 638, 702 or 939 bytes (version 5)
     */
    public Bytes signedBytes() {
        return raw.slice(0, signedLength);
    }

    /**
     * Everything that was given to the decoder, bytes behind the quote included.
     *
     * @return the input
     */
    public Bytes raw() {
        return raw;
    }

    /**
     * The length of the quote itself, without what is behind it.
     *
     * @return bytes from the start of the input
     */
    public int length() {
        return length;
    }

    /**
     * The number of zero bytes that follow the quote directly. After strict decoding that is all there is behind it.
     *
     * @return 0 or more
     */
    public int trailingZeros() {
        return trailingZeros;
    }

    /**
     * What lenient decoding let pass. Verification refuses a quote for which this is not empty.
     *
     * @return the faults in the order of their offsets; empty after strict decoding
     */
    public List<Irregularity> irregularities() {
        return irregularities;
    }

    /** Version, layout and length, for logs. */
    @Override
    public String toString() {
        return "Quote[version " + header.version() + ", " + bodyType().title() + ", " + length + " bytes]";
    }
}
