package dev.assay.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Real evidence that this project ships: a report with the certificate of the chip that signed it, and a quote. */
final class ShippedEvidence {
    /** A time within the certificate's validity, so that results do not depend on the date of the run. */
    static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");

    private static final String FOLDER = "/dev/assay/testvectors/vectors/";

    private ShippedEvidence() {}

    static byte[] report() {
        return read("snp/real/milan-v2.report.bin");
    }

    static byte[] vcek() {
        return read("snp/real/milan-v2.vcek.der");
    }

    static byte[] quote() {
        return read("tdx/real/v4.quote.bin");
    }

    private static byte[] read(String name) {
        try (InputStream in = ShippedEvidence.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the test vectors lack " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
