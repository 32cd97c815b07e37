package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.snp.CertificateTable;
import dev.assay.snp.CertificateTableEntry;
import java.security.cert.X509Certificate;
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

    /** In bytes. Real tables and chains take a tenth of it; larger ones are read anew each time. */
    static final int LARGEST_KEPT = 1 << 16;

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
        if (memory.isOpen() && content.length() <= LARGEST_KEPT) {
            memory.keepRead(
                    name(CHAIN, attestationKey),
                    new KnownChain(
                            content.alone(),
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

    /** How the certificate table of a chip read before. All of it that is read is compared. */
    Optional<Endorsements> table(Bytes chip, CertificateTable table) {
        return isKept(table)
                ? memory.read(name(TABLE, chip), KnownTable.class)
                        .filter(known -> known.entries().equals(table.entries()))
                        .map(KnownTable::read)
                : Optional.empty();
    }

    /**
     * For a table that came with a genuine report. One for each chip: nobody vouches for a table, and who has one report
     * could otherwise fill the memory with ever new ones around it.
     */
    void keepTable(Bytes chip, CertificateTable table, Endorsements read) {
        if (isKept(table)) {
            memory.keepRead(
                    name(TABLE, chip),
                    new KnownTable(
                            table.entries().stream()
                                    .map(EvidenceCertificates::alone)
                                    .toList(),
                            read));
        }
    }

    private boolean isKept(CertificateTable table) {
        return memory.isOpen()
                && table.irregularities().isEmpty()
                && table.entries().stream()
                                .mapToLong(entry -> entry.content().length())
                                .sum()
                        <= LARGEST_KEPT;
    }

    /** Without the evidence that it is a part of. */
    private static CertificateTableEntry alone(CertificateTableEntry entry) {
        return new CertificateTableEntry(
                entry.guid(), entry.offset(), entry.content().alone());
    }

    /**
     * A table that was read.
     *
     * @param entries what is in it
     * @param read what that says
     */
    private record KnownTable(List<CertificateTableEntry> entries, Endorsements read) {}

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
}
