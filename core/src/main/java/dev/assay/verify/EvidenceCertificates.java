package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.snp.CertificateTable;
import dev.assay.snp.CertificateTableEntry;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The certificates that come along with evidence, mostly the same ones for each report or quote of a platform. How they
 * read is remembered once they were found to belong to genuine evidence, so that they need not be read again. Nothing
 * else can put something here, so that nobody's junk pushes out what others need.
 */
final class EvidenceCertificates {
    private static final String CHAIN = "PCK chain";
    private static final String TABLE = "certificate table";
    private static final String CERTIFICATE = "certificate";

    private final SignatureMemory memory;

    EvidenceCertificates(SignatureMemory memory) {
        this.memory = memory;
    }

    /**
     * How a quote's certification data read before. It is looked up by the key that came with it and compared in full,
     * which takes a fraction of the time of a hash over it.
     */
    Optional<PckCertificates> chain(Bytes attestationKey, Bytes content) {
        return memory.read(name(CHAIN, attestationKey), KnownChain.class)
                // Public and some kilobytes long, at every verification: compared the fast way.
                .filter(known -> known.content().compareTo(content) == 0)
                .map(KnownChain::certificates);
    }

    /** For the chain of a genuine quote. Authorities are shared between the platforms that they issued for. */
    void keepChain(Bytes attestationKey, Bytes content, PckCertificates chain) {
        if (memory.isOpen()) {
            memory.keepRead(
                    name(CHAIN, attestationKey),
                    new KnownChain(
                            Bytes.copyOf(content.toArray()),
                            new PckCertificates(chain.leaf(), shared(chain.issuer()), shared(chain.root()))));
        }
    }

    /**
     * A chain that was read.
     *
     * @param content its bytes, without the quote around them
     * @param certificates what they say
     */
    private record KnownChain(Bytes content, PckCertificates certificates) {}

    /** How a certificate table read before. */
    Optional<Endorsements> table(CertificateTable table) {
        return memory.isOpen() && table.irregularities().isEmpty()
                ? memory.read(name(TABLE, digest(table)), Endorsements.class)
                : Optional.empty();
    }

    /** For a table that came with a genuine report. */
    void keepTable(CertificateTable table, Endorsements read) {
        if (memory.isOpen() && table.irregularities().isEmpty()) {
            memory.keepRead(name(TABLE, digest(table)), read);
        }
    }

    private X509Certificate shared(X509Certificate certificate) {
        FactName name = name(CERTIFICATE, CertificateFact.of(certificate).fingerprint());
        return memory.read(name, X509Certificate.class).orElseGet(() -> {
            memory.keepRead(name, certificate);
            return certificate;
        });
    }

    private static FactName name(String kind, Bytes subject) {
        return new FactName(kind, "", Bytes.empty(), subject);
    }

    /** Over all of it that is read: each entry's kind, size and content. */
    private static Bytes digest(CertificateTable table) {
        List<Bytes> parts = new ArrayList<>(2 * table.entries().size());
        for (CertificateTableEntry entry : table.entries()) {
            parts.add(Bytes.copyOf(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                    .putLong(entry.guid().getMostSignificantBits())
                    .putLong(entry.guid().getLeastSignificantBits())
                    .putInt(entry.content().length())
                    .array()));
            parts.add(entry.content());
        }
        return Bytes.sha256Of(parts);
    }
}
