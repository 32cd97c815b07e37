package dev.assay;

import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.snp.CertificateTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The real evidence that the repository ships, and what must hold for all bytes whatever. */
final class RealEvidence {
    private static final String FOLDER = "/dev/assay/testvectors/vectors/";

    private RealEvidence() {}

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
        try (InputStream in = RealEvidence.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Strict or lenient: a value, or the one documented exception. */
    static void decodesOrIsMalformed(byte[] bytes) {
        attempt(() -> Evidence.decode(bytes));
        attempt(() -> Evidence.decode(Bytes.copyOf(bytes), Strictness.LENIENT));
    }

    /** And what was decoded can be described; and the bytes can be taken for text. */
    static void canBeShownOrIsMalformed(byte[] bytes) {
        attempt(() -> Evidence.decode(Bytes.copyOf(bytes), Strictness.LENIENT)
                .describe()
                .members());
        attempt(() -> EvidenceText.unwrap(bytes));
    }

    /** Strict or lenient: a certificate table, or the one documented exception. */
    static void isTableOrMalformed(byte[] bytes) {
        attempt(() -> CertificateTable.decode(bytes));
        attempt(() -> CertificateTable.decode(Bytes.copyOf(bytes), Strictness.LENIENT, 0));
    }

    private static void attempt(Decoding decoding) {
        try {
            Objects.requireNonNull(decoding.run());
        } catch (MalformedEvidenceException e) {
            Objects.requireNonNull(e.reason());
        }
    }

    private interface Decoding {
        Object run() throws MalformedEvidenceException;
    }
}
