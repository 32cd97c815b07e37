package dev.assay.snp;

import dev.assay.model.Bytes;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of a certificate table, with its content untouched: nobody has vouched for it.
 *
 * @param guid what the content is said to be
 * @param offset where the content starts, in bytes from the start of the table
 * @param content the bytes, in known tables a certificate as DER or PEM
 */
public record CertificateTableEntry(UUID guid, int offset, Bytes content) {
    /**
     * What the content is said to be.
     *
     * @return the known meaning, or empty
     */
    public Optional<CertificateGuid> kind() {
        return CertificateGuid.of(guid);
    }
}
