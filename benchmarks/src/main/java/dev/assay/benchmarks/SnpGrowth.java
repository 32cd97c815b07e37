package dev.assay.benchmarks;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.snp.CertificateTable;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a report costs while there are more chips, and more in the certificate table that comes with it. */
final class SnpGrowth {
    private static final int MOST_CERTIFICATES = 256;

    /** So that the fullest table is still one that is remembered. */
    private static final int OTHER_CONTENT = 512;

    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final SnpChips chips;

    SnpGrowth(SnpChips chips) {
        this.chips = chips;
    }

    void measure(GrowthResults results) throws Exception {
        knownChips(results);
        results.memory("Each remembered SEV-SNP platform whose certificates the caller keeps", bytesWithoutTable());
        entries(results);
        certificates(results);
    }

    private void knownChips(GrowthResults results) throws Exception {
        List<byte[]> all =
                IntStream.range(0, chips.count()).mapToObj(chips::extended).toList();
        List<Double> bytes = new ArrayList<>();
        results.add(GrowthSeries.measure(
                "SEV-SNP: the next report of a known platform",
                "known platforms",
                GrowthSeries.sizes(1, 10, chips.count()),
                count -> {
                    List<byte[]> some = all.subList(0, count);
                    Verifier verifier = chips.roomyVerifier(count);
                    long before = Heap.used();
                    for (int i = 0; i < UseGrowth.SETTLED * count; i++) {
                        chips.verify(verifier, some.get(i % count));
                    }
                    bytes.add((double) (Heap.used() - before) / count);
                    return MedianTime.repeated(chips.inTurn(verifier, some));
                }));
        results.memory("Each remembered SEV-SNP platform with its certificate table", bytes.get(bytes.size() - 1));
    }

    private double bytesWithoutTable() throws Exception {
        List<Endorsements> given =
                IntStream.range(0, chips.count()).mapToObj(chips::endorsements).toList();
        Verifier verifier = chips.roomyVerifier(chips.count());
        long before = Heap.used();
        for (int i = 0; i < UseGrowth.SETTLED * given.size(); i++) {
            chips.verify(verifier, i % given.size(), given.get(i % given.size()));
        }
        double bytes = (double) (Heap.used() - before) / given.size();
        // Neither the memory nor the certificates may be collected before they were counted.
        chips.verify(verifier, 0, given.get(0));
        return bytes;
    }

    private void entries(GrowthResults results) throws Exception {
        results.add(GrowthSeries.measure(
                "SEV-SNP: a report whose table has other entries",
                "entries of the table",
                GrowthSeries.sizes(1, 4, CertificateTable.MOST_ENTRIES),
                count -> known(withEntries(count))));
    }

    /** A table of the chip's certificate and entries that mean nothing here. */
    byte[] withEntries(int count) {
        CertificateTableEncoder table = CertificateTableEncoder.empty().add(TableGuid.VCEK, chips.certificate(0));
        for (int i = 1; i < count; i++) {
            table = table.add(new UUID(i, i), new byte[OTHER_CONTENT]);
        }
        return chips.extended(0, table);
    }

    private void certificates(GrowthResults results) throws Exception {
        results.add(GrowthSeries.measure(
                "SEV-SNP: a report whose table has others' VCEKs too",
                "VCEKs in the table",
                GrowthSeries.sizes(1, 4, Math.min(MOST_CERTIFICATES, chips.count())),
                count -> known(withCertificates(count))));
    }

    /** A table whose one entry is a text with the certificates of so many chips, the right one last. */
    byte[] withCertificates(int count) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = count - 1; i >= 0; i--) {
            text.writeBytes(("-----BEGIN CERTIFICATE-----\n" + PEM.encodeToString(chips.certificate(i))
                            + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        return chips.extended(0, CertificateTableEncoder.empty().add(TableGuid.VCEK, text.toByteArray()));
    }

    private MedianTime.Part known(byte[] extended) {
        Verifier verifier = chips.roomyVerifier(1);
        return MedianTime.repeated(() -> chips.verify(verifier, extended));
    }
}
