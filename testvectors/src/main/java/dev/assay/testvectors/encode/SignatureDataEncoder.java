package dev.assay.testvectors.encode;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The signature data of a version 4 or 5 quote in the making (Intel TDX DCAP quoting library, ECDSA quote signature
 * data): signature, attestation key, and certification data of type 6 that holds the quoting enclave's report, its
 * signature, the authentication data and, nested once more, the certification data of the PCK. Immutable.
 *
 * <p>Lengths and types are numbers of their own: unless overridden they are right. All are little-endian; keys and
 * signatures are big-endian.
 */
public final class SignatureDataEncoder {
    /** The length is computed. */
    private static final long COMPUTED = -1;

    private byte[] signature = new byte[64];
    private byte[] attestationKey = new byte[64];
    private QeReportEncoder qeReport = QeReportEncoder.valid();
    private byte[] qeReportSignature = new byte[64];
    private byte[] authData = counting();
    private long authLength = COMPUTED;
    private int outerType = 6;
    private long outerLength = COMPUTED;
    private byte[] outerSlack = new byte[0];
    private int innerType = 5;
    private long innerLength = COMPUTED;
    private byte[] inner = new byte[0];
    private byte[] slack = new byte[0];

    private SignatureDataEncoder() {}

    private SignatureDataEncoder(SignatureDataEncoder that) {
        signature = that.signature;
        attestationKey = that.attestationKey;
        qeReport = that.qeReport;
        qeReportSignature = that.qeReportSignature;
        authData = that.authData;
        authLength = that.authLength;
        outerType = that.outerType;
        outerLength = that.outerLength;
        outerSlack = that.outerSlack;
        innerType = that.innerType;
        innerLength = that.innerLength;
        inner = that.inner;
        slack = that.slack;
    }

    /**
     * Well-formed signature data with zero keys and signatures, authentication data 00 to 1f and an empty PCK chain.
     *
     * @return the signature data
     */
    public static SignatureDataEncoder valid() {
        return new SignatureDataEncoder();
    }

    /**
     * Sets the signature of the quote.
     *
     * @param value 64 bytes, r then s; other sizes shift what follows
     * @return a changed copy
     */
    public SignatureDataEncoder signature(byte[] value) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.signature = value.clone();
        return changed;
    }

    /**
     * Sets the public attestation key.
     *
     * @param value 64 bytes, x then y; other sizes shift what follows
     * @return a changed copy
     */
    public SignatureDataEncoder attestationKey(byte[] value) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.attestationKey = value.clone();
        return changed;
    }

    /**
     * Sets the quoting enclave's report.
     *
     * @param value the report
     * @return a changed copy
     */
    public SignatureDataEncoder qeReport(QeReportEncoder value) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.qeReport = value;
        return changed;
    }

    /**
     * Sets the signature of the quoting enclave's report.
     *
     * @param value 64 bytes, r then s; other sizes shift what follows
     * @return a changed copy
     */
    public SignatureDataEncoder qeReportSignature(byte[] value) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.qeReportSignature = value.clone();
        return changed;
    }

    /**
     * Sets the authentication data.
     *
     * @param value 0 to 65535 bytes
     * @return a changed copy
     */
    public SignatureDataEncoder authData(byte[] value) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.authData = value.clone();
        return changed;
    }

    /**
     * Overrides the length of the authentication data.
     *
     * @param length 2 bytes
     * @return a changed copy
     */
    public SignatureDataEncoder authLength(int length) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.authLength = length;
        return changed;
    }

    /**
     * Sets the outer certification data's type.
     *
     * @param type 2 bytes, 6 if right
     * @return a changed copy
     */
    public SignatureDataEncoder outerType(int type) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.outerType = type;
        return changed;
    }

    /**
     * Overrides the outer certification data's length.
     *
     * @param length 4 bytes
     * @return a changed copy
     */
    public SignatureDataEncoder outerLength(long length) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.outerLength = length;
        return changed;
    }

    /**
     * Puts bytes after the inner certification data that the outer length counts.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public SignatureDataEncoder outerSlack(byte... bytes) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.outerSlack = bytes.clone();
        return changed;
    }

    /**
     * Sets the PCK's certification data.
     *
     * @param type 2 bytes, 5 for a chain in PEM
     * @param content its bytes
     * @return a changed copy
     */
    public SignatureDataEncoder certification(int type, byte[] content) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.innerType = type;
        changed.inner = content.clone();
        return changed;
    }

    /**
     * Overrides the length of the PCK's certification data.
     *
     * @param length 4 bytes
     * @return a changed copy
     */
    public SignatureDataEncoder innerLength(long length) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.innerLength = length;
        return changed;
    }

    /**
     * Puts bytes after the outer certification data that only the length of the signature data counts.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public SignatureDataEncoder slack(byte... bytes) {
        SignatureDataEncoder changed = new SignatureDataEncoder(this);
        changed.slack = bytes.clone();
        return changed;
    }

    /**
     * Binds the attestation key to the quoting enclave: sets the report data of its report to SHA-256 of attestation key
     * and authentication data, then 32 zero bytes.
     *
     * @return a changed copy
     */
    public SignatureDataEncoder bound() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(attestationKey);
            return qeReport(qeReport.set(QeField.REPORT_DATA, Arrays.copyOf(digest.digest(authData), 64)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Signs the quoting enclave's report as it is now.
     *
     * @param pck the PCK key
     * @return a changed copy
     */
    public SignatureDataEncoder certified(RawSigner pck) {
        return qeReportSignature(pck.sign(qeReport.encode()));
    }

    /**
     * The quoting enclave's report.
     *
     * @return the report as it is now
     */
    public QeReportEncoder qeReport() {
        return qeReport;
    }

    /**
     * The signature of the quote.
     *
     * @return a copy of the bytes
     */
    public byte[] signature() {
        return signature.clone();
    }

    /**
     * The public attestation key.
     *
     * @return a copy of the bytes
     */
    public byte[] attestationKey() {
        return attestationKey.clone();
    }

    /**
     * The signature of the quoting enclave's report.
     *
     * @return a copy of the bytes
     */
    public byte[] qeReportSignature() {
        return qeReportSignature.clone();
    }

    /**
     * The authentication data.
     *
     * @return a copy of the bytes
     */
    public byte[] authData() {
        return authData.clone();
    }

    /**
     * The type of the PCK's certification data.
     *
     * @return the number
     */
    public int certificationType() {
        return innerType;
    }

    /**
     * The PCK's certification data.
     *
     * @return a copy of the bytes
     */
    public byte[] certification() {
        return inner.clone();
    }

    /**
     * The signature data, without the length that stands before it in the quote.
     *
     * @return its bytes
     */
    public byte[] encode() {
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        outer.writeBytes(qeReport.encode());
        outer.writeBytes(qeReportSignature);
        LittleEndian.append(outer, authLength == COMPUTED ? authData.length : authLength, 2);
        outer.writeBytes(authData);
        LittleEndian.append(outer, innerType, 2);
        LittleEndian.append(outer, innerLength == COMPUTED ? inner.length : innerLength, 4);
        outer.writeBytes(inner);
        outer.writeBytes(outerSlack);

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(signature);
        whole.writeBytes(attestationKey);
        LittleEndian.append(whole, outerType, 2);
        LittleEndian.append(whole, outerLength == COMPUTED ? outer.size() : outerLength, 4);
        whole.writeBytes(outer.toByteArray());
        whole.writeBytes(slack);
        return whole.toByteArray();
    }

    private static byte[] counting() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
