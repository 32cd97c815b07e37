package dev.assay.tdx;

import dev.assay.model.Bytes;
import dev.assay.model.Faults;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.util.Optional;

/**
 * Takes a quote apart from front to back. Every read is preceded by the check that its bytes are there; the offset of a
 * truncation is that of the first field which is not complete.
 */
final class QuoteDecoder {
    private static final int VERSION_4 = 4;
    private static final int VERSION_5 = 5;
    private static final int SGX_ONLY_VERSION = 3;
    private static final int SGX_REPORT_BODY_TYPE = 1;
    private static final int DESCRIPTOR_SIZE = 6;

    private final Bytes raw;
    private final Faults faults;

    QuoteDecoder(Bytes raw, Strictness strictness) {
        this.raw = raw;
        this.faults = new Faults(strictness);
    }

    static void requireDecodableSize(int length, Faults faults) throws MalformedEvidenceException {
        if (length > Quote.MAX_INPUT) {
            throw faults.fatal(
                    Malformation.TOO_LARGE,
                    Quote.MAX_INPUT,
                    "quote",
                    "the input has " + length + " bytes, at most " + Quote.MAX_INPUT + " are read");
        }
    }

    Quote decode() throws MalformedEvidenceException {
        requireDecodableSize(raw.length(), faults);
        QuoteHeader header = header();
        boolean described = header.version() == VERSION_5;
        TdReportType type = described ? describedType() : TdReportType.TD_1_0;

        int bodyStart = QuoteHeader.SIZE + (described ? DESCRIPTOR_SIZE : 0);
        requireBytes(bodyStart, type.size(), "body");
        TdReport body = body(type, raw.slice(bodyStart, type.size()));

        int bodyEnd = bodyStart + type.size();
        Bytes signatureData = signatureDataBytes(bodyEnd);
        int signatureDataStart = bodyEnd + 4;
        QuoteSignatureData decoded = new SignatureDataDecoder(signatureData, signatureDataStart, faults).decode();

        int end = signatureDataStart + signatureData.length();
        int trailingZeros = trailingZeros(end);
        return new Quote(raw, header, body, bodyEnd, decoded, end, trailingZeros, faults.tolerated());
    }

    private QuoteHeader header() throws MalformedEvidenceException {
        requireBytes(0, 2, "version");
        int version = raw.u16le(0);
        if (version == SGX_ONLY_VERSION) {
            throw faults.fatal(
                    Malformation.NOT_A_TDX_QUOTE, 0, "version", "quotes of version 3 are of SGX enclaves only");
        }
        if (version != VERSION_4 && version != VERSION_5) {
            throw faults.fatal(
                    Malformation.UNSUPPORTED_VERSION,
                    0,
                    "version",
                    "the quote has version " + version + ", known are 4 and 5");
        }
        requireBytes(0, QuoteHeader.SIZE, "header");
        QuoteHeader header = new QuoteHeader(raw.slice(0, QuoteHeader.SIZE));
        requireTdx(header);
        requireP256(header);
        return header;
    }

    private void requireTdx(QuoteHeader header) throws MalformedEvidenceException {
        if (header.teeType() == QuoteHeader.TEE_TYPE_SGX) {
            throw faults.fatal(
                    Malformation.NOT_A_TDX_QUOTE, 4, "teeType", "the quote is of an SGX enclave (TEE type 0)");
        }
        if (header.teeType() != QuoteHeader.TEE_TYPE_TDX) {
            throw faults.fatal(
                    Malformation.UNSUPPORTED_TYPE,
                    4,
                    "teeType",
                    String.format("the TEE type is 0x%x, expected 0x81 (TDX)", header.teeType()));
        }
    }

    private void requireP256(QuoteHeader header) throws MalformedEvidenceException {
        int type = header.attestationKeyType();
        if (type == QuoteHeader.ECDSA_P384) {
            throw faults.fatal(
                    Malformation.UNSUPPORTED_TYPE,
                    2,
                    "attestationKeyType",
                    "the attestation key is of type 3 (ECDSA with P-384), for which no quote format is published");
        }
        if (type != QuoteHeader.ECDSA_P256) {
            throw faults.fatal(
                    Malformation.UNSUPPORTED_TYPE,
                    2,
                    "attestationKeyType",
                    "the attestation key is of type " + type + ", expected 2 (ECDSA with P-256)");
        }
    }

    /** Reads the body descriptor of version 5: 2 bytes of type, 4 of size, both signed. */
    private TdReportType describedType() throws MalformedEvidenceException {
        int start = QuoteHeader.SIZE;
        requireBytes(start, DESCRIPTOR_SIZE, "bodyDescriptor");
        int number = raw.u16le(start);
        if (number == SGX_REPORT_BODY_TYPE) {
            throw faults.fatal(
                    Malformation.NOT_A_TDX_QUOTE, start, "bodyType", "the body is an SGX enclave report (type 1)");
        }
        Optional<TdReportType> known = TdReportType.of(number);
        if (known.isEmpty()) {
            throw faults.fatal(
                    Malformation.UNSUPPORTED_TYPE,
                    start,
                    "bodyType",
                    "the body has type " + number + ", known are 2 to 4");
        }
        TdReportType type = known.get();
        long declared = raw.u32le(start + 2);
        if (declared != type.size()) {
            throw faults.fatal(
                    Malformation.BAD_LENGTH,
                    start + 2L,
                    "bodySize",
                    "declared are " + declared + " bytes, a " + type.title() + " has " + type.size());
        }
        return type;
    }

    private static TdReport body(TdReportType type, Bytes bytes) {
        return switch (type) {
            case TD_1_0 -> new TdReport10(bytes);
            case TD_1_5 -> new TdReport15(bytes);
            case TD_1_5_EX -> new TdReport15Ex(bytes);
        };
    }

    private Bytes signatureDataBytes(int lengthOffset) throws MalformedEvidenceException {
        requireBytes(lengthOffset, 4, "signatureDataLength");
        long declared = raw.u32le(lengthOffset);
        if (declared < SignatureDataDecoder.SMALLEST) {
            throw faults.fatal(
                    Malformation.BAD_LENGTH,
                    lengthOffset,
                    "signatureDataLength",
                    "declared are " + declared + " bytes, the least possible is " + SignatureDataDecoder.SMALLEST);
        }
        int start = lengthOffset + 4;
        int rest = raw.length() - start;
        if (declared > rest) {
            throw faults.fatal(
                    Malformation.TRUNCATED,
                    start,
                    "signatureData",
                    "declared are " + declared + " bytes, the input has " + rest + " more");
        }
        return raw.slice(start, (int) declared);
    }

    /** Producers hand out fixed buffers, so zeros behind a quote are usual; anything else was put there. */
    private int trailingZeros(int end) throws MalformedEvidenceException {
        Bytes trailing = raw.from(end);
        int other = trailing.firstNonZero();
        if (other < 0) {
            return trailing.length();
        }
        faults.tolerable(
                Malformation.TRAILING_BYTES,
                (long) end + other,
                "trailingBytes",
                String.format(
                        "behind the quote's end at 0x%x is a byte 0x%02x, expected zeros only",
                        end, trailing.u8(other)));
        return other;
    }

    private void requireBytes(int start, int count, String field) throws MalformedEvidenceException {
        int rest = raw.length() - start;
        if (rest < count) {
            throw faults.fatal(
                    Malformation.TRUNCATED, start, field, count + " bytes are needed, the input has " + rest + " more");
        }
    }
}
