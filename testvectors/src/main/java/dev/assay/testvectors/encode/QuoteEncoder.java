package dev.assay.testvectors.encode;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * A TDX quote of version 4 or 5 in the making (Intel TDX DCAP quoting library, quote structures): header of 48 bytes; in
 * version 5 a descriptor of 6 bytes (body type 2, body size 4); body; length of the signature data, 4 bytes; signature
 * data; trailing bytes. Immutable; numbers are little-endian.
 *
 * <p>Header, descriptor and body are signed; what follows is not.
 */
public final class QuoteEncoder {
    /** Size of the header: 48 bytes. */
    public static final int HEADER_SIZE = 48;

    /** The vendor identity of Intel's quoting enclaves. */
    private static final String INTEL = "939a7233f79c4ca9940a0db3957f0607";

    /** The length is computed. */
    private static final long COMPUTED = -1;

    private final FixedBytes header;
    private final byte[] descriptor;
    private final byte[] body;
    private final SignatureDataEncoder signatureData;
    private final long signatureDataLength;
    private final byte[] trailing;

    private QuoteEncoder(
            FixedBytes header,
            byte[] descriptor,
            byte[] body,
            SignatureDataEncoder signatureData,
            long signatureDataLength,
            byte[] trailing) {
        this.header = header;
        this.descriptor = descriptor;
        this.body = body;
        this.signatureData = signatureData;
        this.signatureDataLength = signatureDataLength;
        this.trailing = trailing;
    }

    /**
     * A quote of version 4, which has no descriptor. The body should be one of TDX 1.0.
     *
     * @param body the body
     * @return the quote, not signed
     */
    public static QuoteEncoder version4(TdReportEncoder body) {
        return start(4, new byte[0], body);
    }

    /**
     * A quote of version 5, whose descriptor fits the body.
     *
     * @param body the body
     * @return the quote, not signed
     */
    public static QuoteEncoder version5(TdReportEncoder body) {
        TdReportEncoder.Kind kind = body.kind();
        return start(5, descriptorBytes(kind.bodyType(), kind.size()), body);
    }

    private static QuoteEncoder start(int version, byte[] descriptor, TdReportEncoder body) {
        FixedBytes header = FixedBytes.zeros(HEADER_SIZE)
                .with(QuoteHeaderField.VERSION, version)
                .with(QuoteHeaderField.ATTESTATION_KEY_TYPE, 2)
                .with(QuoteHeaderField.TEE_TYPE, 0x81)
                .with(QuoteHeaderField.QE_VENDOR_ID, HexFormat.of().parseHex(INTEL));
        return new QuoteEncoder(header, descriptor, body.encode(), SignatureDataEncoder.valid(), COMPUTED, new byte[0]);
    }

    /**
     * Sets a field of the header that has at most eight bytes.
     *
     * @param field the field
     * @param value its unsigned value
     * @return a changed copy
     * @throws IllegalArgumentException if the value does not fit
     */
    public QuoteEncoder header(QuoteHeaderField field, long value) {
        return new QuoteEncoder(
                header.with(field, value), descriptor, body, signatureData, signatureDataLength, trailing);
    }

    /**
     * Sets all bytes of a field of the header.
     *
     * @param field the field
     * @param value as many bytes as the field has
     * @return a changed copy
     * @throws IllegalArgumentException for any other number of bytes
     */
    public QuoteEncoder header(QuoteHeaderField field, byte[] value) {
        return new QuoteEncoder(
                header.with(field, value), descriptor, body, signatureData, signatureDataLength, trailing);
    }

    /**
     * Sets the descriptor, also in a quote whose version has none.
     *
     * @param bodyType 2 bytes
     * @param bodySize 4 bytes
     * @return a changed copy
     */
    public QuoteEncoder descriptor(int bodyType, long bodySize) {
        byte[] bytes = descriptorBytes(bodyType, bodySize);
        return new QuoteEncoder(header, bytes, body, signatureData, signatureDataLength, trailing);
    }

    /**
     * Leaves the descriptor out.
     *
     * @return a changed copy
     */
    public QuoteEncoder withoutDescriptor() {
        return new QuoteEncoder(header, new byte[0], body, signatureData, signatureDataLength, trailing);
    }

    /**
     * Sets the body; the descriptor stays as it is.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public QuoteEncoder body(byte[] bytes) {
        return new QuoteEncoder(header, descriptor, bytes.clone(), signatureData, signatureDataLength, trailing);
    }

    /**
     * Changes the signature data.
     *
     * @param change gets the present signature data, gives the new
     * @return a changed copy
     */
    public QuoteEncoder signatureData(UnaryOperator<SignatureDataEncoder> change) {
        return new QuoteEncoder(header, descriptor, body, change.apply(signatureData), signatureDataLength, trailing);
    }

    /**
     * Overrides the length of the signature data.
     *
     * @param length 4 bytes
     * @return a changed copy
     */
    public QuoteEncoder signatureDataLength(long length) {
        return new QuoteEncoder(header, descriptor, body, signatureData, length, trailing);
    }

    /**
     * Puts bytes after the signature data, which no length counts.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public QuoteEncoder trailing(byte... bytes) {
        return new QuoteEncoder(header, descriptor, body, signatureData, signatureDataLength, bytes.clone());
    }

    /**
     * Signs everything as a platform does: puts the attestation key in, binds it to the quoting enclave's report, has the
     * PCK key sign that report and the attestation key sign the quote.
     *
     * @param attestationKey the public attestation key, 64 bytes, x then y
     * @param attestation signs with the attestation key
     * @param pck signs with the PCK key
     * @return a changed copy
     */
    public QuoteEncoder signed(byte[] attestationKey, RawSigner attestation, RawSigner pck) {
        return signatureData(data -> data.attestationKey(attestationKey).bound().certified(pck))
                .signed(attestation);
    }

    /**
     * Signs header, descriptor and body as they are now, and nothing else.
     *
     * @param attestation signs with the attestation key
     * @return a changed copy
     */
    public QuoteEncoder signed(RawSigner attestation) {
        byte[] signature = attestation.sign(signedPart());
        return signatureData(data -> data.signature(signature));
    }

    /**
     * Reads a field of the header that has at most eight bytes back.
     *
     * @param field the field
     * @return its unsigned value
     */
    public long number(QuoteHeaderField field) {
        return header.number(field);
    }

    /**
     * Reads the bytes of a field of the header back.
     *
     * @param field the field
     * @return a copy of them
     */
    public byte[] bytes(QuoteHeaderField field) {
        return header.bytes(field);
    }

    /**
     * The body.
     *
     * @return a copy of its bytes
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The signature data.
     *
     * @return the signature data as it is now
     */
    public SignatureDataEncoder signatureData() {
        return signatureData;
    }

    /**
     * The trailing bytes.
     *
     * @return a copy of them
     */
    public byte[] trailing() {
        return trailing.clone();
    }

    /**
     * The bytes that the attestation key signs.
     *
     * @return header, descriptor and body
     */
    public byte[] signedPart() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.toArray());
        out.writeBytes(descriptor);
        out.writeBytes(body);
        return out.toByteArray();
    }

    /**
     * The whole quote.
     *
     * @return its bytes
     */
    public byte[] encode() {
        byte[] data = signatureData.encode();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(signedPart());
        LittleEndian.append(out, signatureDataLength == COMPUTED ? data.length : signatureDataLength, 4);
        out.writeBytes(data);
        out.writeBytes(trailing);
        return out.toByteArray();
    }

    private static byte[] descriptorBytes(int bodyType, long bodySize) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LittleEndian.append(out, bodyType, 2);
        LittleEndian.append(out, bodySize, 4);
        return out.toByteArray();
    }
}
