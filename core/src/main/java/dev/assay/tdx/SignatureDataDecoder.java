package dev.assay.tdx;

import dev.assay.model.Bytes;
import dev.assay.model.Faults;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;

/**
 * Takes signature data apart. It is three lengths inside each other, all from an attacker: each must leave room for the
 * fixed fields behind it and be used up exactly by what is in it, so that no two readers can disagree on where a field
 * is.
 */
final class SignatureDataDecoder {
    static final int SIGNATURE = 0;
    static final int ATTESTATION_KEY = 64;
    static final int QE_REPORT_SIGNATURE = 134 + EnclaveReport.SIZE;

    private static final int OUTER_TYPE = 128;
    private static final int OUTER_LENGTH = 130;
    private static final int QE_REPORT = 134;
    private static final int AUTHENTICATION_LENGTH = QE_REPORT_SIGNATURE + 64;
    private static final int AUTHENTICATION_DATA = AUTHENTICATION_LENGTH + 2;

    /** A certification data's own header: 2 bytes of type, 4 of length. */
    private static final int CERTIFICATION_HEADER = 6;

    /** Signature data with neither authentication data nor certification data; Intel's library says 584, for v3. */
    static final int SMALLEST = AUTHENTICATION_DATA + CERTIFICATION_HEADER;

    private static final int QE_REPORT_CERTIFICATION_DATA = 6;

    private final Bytes data;
    private final long base;
    private final Faults faults;

    /**
     * Starts on signature data.
     *
     * @param data exactly the declared number of bytes, at least {@link #SMALLEST}
     * @param base where they are in the input
     * @param faults where to report
     */
    SignatureDataDecoder(Bytes data, long base, Faults faults) {
        this.data = data;
        this.base = base;
        this.faults = faults;
    }

    QuoteSignatureData decode() throws MalformedEvidenceException {
        int outerType = data.u16le(OUTER_TYPE);
        if (outerType != QE_REPORT_CERTIFICATION_DATA) {
            throw faults.fatal(
                    Malformation.UNSUPPORTED_TYPE,
                    base + OUTER_TYPE,
                    "outerCertificationDataType",
                    "certification data has type " + outerType + ", expected 6 (QE report certification data)");
        }
        usedUp(OUTER_LENGTH, "outerCertificationDataLength");

        int authenticationLength = data.u16le(AUTHENTICATION_LENGTH);
        int room = data.length() - SMALLEST;
        if (authenticationLength > room) {
            throw faults.fatal(
                    Malformation.OUT_OF_BOUNDS,
                    base + AUTHENTICATION_LENGTH,
                    "qeAuthenticationDataLength",
                    "declared are " + authenticationLength + " bytes, there is room for " + room);
        }
        int inner = AUTHENTICATION_DATA + authenticationLength;
        usedUp(inner + 2, "certificationDataLength");
        return new QuoteSignatureData(
                data,
                new EnclaveReport(data.slice(QE_REPORT, EnclaveReport.SIZE)),
                data.slice(AUTHENTICATION_DATA, authenticationLength),
                certificationData(inner));
    }

    /** Demands that a 4-byte length counts everything that stands behind it. */
    private void usedUp(int lengthOffset, String field) throws MalformedEvidenceException {
        long declared = data.u32le(lengthOffset);
        int rest = data.length() - lengthOffset - 4;
        if (declared != rest) {
            throw faults.fatal(
                    Malformation.BAD_LENGTH,
                    base + lengthOffset,
                    field,
                    "declared are " + declared + " bytes, the enclosing structure has " + rest);
        }
    }

    private CertificationData certificationData(int start) throws MalformedEvidenceException {
        int type = data.u16le(start);
        Bytes content = data.from(start + CERTIFICATION_HEADER);
        return switch (type) {
            case ClearPpid.TYPE -> new ClearPpid(sized(content, ClearPpid.SIZE, start, type));
            case EncryptedPpid.RSA_2048, EncryptedPpid.RSA_3072 ->
                new EncryptedPpid(type, sized(content, EncryptedPpid.size(type), start, type));
            case PckLeaf.TYPE -> new PckLeaf(content);
            case PckChain.TYPE -> new PckChain(content);
            case PlatformManifest.TYPE -> new PlatformManifest(content);
            default ->
                throw faults.fatal(
                        Malformation.UNSUPPORTED_TYPE,
                        base + start,
                        "certificationDataType",
                        "inner certification data has type " + type + ", expected 1 to 5 or 7");
        };
    }

    private Bytes sized(Bytes content, int size, int start, int type) throws MalformedEvidenceException {
        if (content.length() != size) {
            throw faults.fatal(
                    Malformation.BAD_LENGTH,
                    base + start + 2,
                    "certificationDataLength",
                    "declared are " + content.length() + " bytes, type " + type + " has " + size);
        }
        return content;
    }
}
