package dev.assay;

import dev.assay.model.Bytes;
import dev.assay.model.Faults;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.CertificateTable;
import dev.assay.tdx.Quote;
import java.util.Optional;

/**
 * Tells the formats apart by their first four bytes. A report starts with its version in four bytes, so the third and
 * fourth are zero; a quote with its version in two, and then the type of its attestation key, which is never zero.
 */
final class EvidenceFormat {
    /** Versions and key types are small numbers; anything above is no evidence of either kind. */
    private static final int LARGEST_NUMBER = 0xFF;

    private EvidenceFormat() {}

    static Evidence decode(Bytes bytes, Strictness strictness) throws MalformedEvidenceException {
        checkSize(bytes.length(), Evidence.LARGEST);
        if (isReport(bytes)) {
            return decodeReport(bytes, strictness);
        }
        if (isQuote(bytes)) {
            return new TdxEvidence(Quote.decode(bytes, strictness));
        }
        throw new Faults(strictness)
                .fatal(
                        bytes.length() < 4 ? Malformation.TRUNCATED : Malformation.UNKNOWN_FORMAT,
                        Math.min(bytes.length(), 4),
                        "evidence",
                        "neither an SEV-SNP report nor a TDX quote begins like this");
    }

    static boolean isRecognised(Bytes bytes) {
        return isReport(bytes) || isQuote(bytes);
    }

    static void checkSize(long size, long largest) throws MalformedEvidenceException {
        if (size > largest) {
            throw new Faults(Strictness.STRICT)
                    .fatal(
                            Malformation.TOO_LARGE,
                            largest,
                            "evidence",
                            "at most " + largest + " bytes are looked at, and there are more");
        }
    }

    private static boolean isReport(Bytes bytes) {
        return bytes.length() >= 4 && bytes.u32le(0) <= LARGEST_NUMBER;
    }

    private static boolean isQuote(Bytes bytes) {
        return bytes.length() >= 4
                && bytes.u16le(0) <= LARGEST_NUMBER
                && bytes.u16le(2) >= 1
                && bytes.u16le(2) <= LARGEST_NUMBER;
    }

    private static Evidence decodeReport(Bytes bytes, Strictness strictness) throws MalformedEvidenceException {
        int size = Math.min(bytes.length(), AttestationReport.SIZE);
        AttestationReport report = AttestationReport.decode(bytes.slice(0, size), strictness);
        Bytes behind = bytes.from(size);
        if (behind.length() < CertificateTable.ENTRY_SIZE && !behind.isZero()) {
            throw new Faults(strictness)
                    .fatal(
                            Malformation.TRAILING_BYTES,
                            size,
                            "evidence",
                            "behind the report come " + behind.length() + " bytes (" + behind
                                    + "), which are neither zeros nor a certificate table; a line end is no part of"
                                    + " a report");
        }
        Optional<CertificateTable> table =
                behind.isZero() ? Optional.empty() : Optional.of(CertificateTable.decode(behind, strictness, size));
        return new SnpEvidence(report, table, bytes);
    }
}
