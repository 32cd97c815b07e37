package dev.assay.cli;

import dev.assay.endorsement.TrustAnchors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;

/** The real evidence that the repository ships, and what the tests make of it. */
final class Shipped {
    /** A time at which all of it is valid. */
    static final String AT = "--at=2026-09-01T00:00:00Z";

    static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    static final Path VECTORS = MODULE.resolveSibling("testvectors").resolve("vectors");
    static final Path REPORT = VECTORS.resolve("snp/real/milan-v2.report.bin");
    static final Path VCEK = VECTORS.resolve("snp/real/milan-v2.vcek.der");
    static final Path VCEK_OF_ANOTHER_CHIP = VECTORS.resolve("snp/real/turin.vcek.der");
    static final Path QUOTE = VECTORS.resolve("tdx/real/v4.quote.bin");

    /** REPORT_DATA of the report: 64 bytes at offset 0x50. */
    static final String REPORT_DATA = "d447b55d197491bfe15cf298f9de9986b7a7c4be2468b4f6e2d53b71d7c64581"
            + "0b0f2cdfca0040433be063fc1a8293f0f3f8dae7b79fecb3d1cd82bd6a93ebfd";

    private Shipped() {}

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report with some bytes of it exchanged. */
    static byte[] reportWith(int offset, int... values) {
        byte[] report = bytes(REPORT);
        for (int i = 0; i < values.length; i++) {
            report[offset + i] = (byte) values[i];
        }
        return report;
    }

    /** A certificate table of one entry, by the layout of document 56421. */
    static byte[] certificateTable(String guid, byte[] content) {
        int contents = 2 * 24;
        UUID id = UUID.fromString(guid);
        ByteBuffer table = ByteBuffer.allocate(contents + content.length);
        table.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        table.order(ByteOrder.LITTLE_ENDIAN).putInt(contents).putInt(content.length);
        return table.position(contents).put(content).array();
    }

    static byte[] vcekTable() {
        return certificateTable("63da758d-e664-4564-adc5-f4b93be8accd", bytes(VCEK));
    }

    static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** The library's own root of a product, as a file that a user could have. */
    static Path root(Path folder, String commonName) {
        return certificate(folder, commonName, TrustAnchors.embedded().certificates());
    }

    /** The library's own intermediate of a product, as a file that a user could have. */
    static Path intermediate(Path folder, String commonName) {
        return certificate(folder, commonName, TrustAnchors.embeddedAmdIntermediates());
    }

    private static Path certificate(Path folder, String commonName, List<X509Certificate> certificates) {
        byte[] der = certificates.stream()
                .filter(found -> found.getSubjectX500Principal().getName().contains("CN=" + commonName + ","))
                .map(found -> {
                    try {
                        return found.getEncoded();
                    } catch (CertificateEncodingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
        return write(folder.resolve(commonName + ".der"), der);
    }
}
