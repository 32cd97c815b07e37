package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.SnpEndorsements;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.Verdict;
import dev.assay.verify.Accepted;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Real reports with one bit of the signed part or of the signature flipped are never verified: every bit for one report
 * of each product and key kind, one bit of every byte for all others.
 */
class CorpusBitFlipTest {
    /** The signed part, r and s, with what lies between them; behind is reserved, and decoding refuses it. */
    private static final int END_OF_SIGNATURE = 0x330;

    private static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");

    private final Verifier verifier = Verifier.standard();

    @Test
    void noFlippedBitIsVerified() throws Exception {
        String corpus = System.getProperty("assay.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus");
        Set<String> kinds = new HashSet<>();
        int reports = 0;
        for (Vector vector : verified(Manifest.load(Path.of(corpus, "snp/vectors.json")))) {
            byte[] report = vector.evidence().bytes();
            Endorsements endorsements = endorsements(vector);
            Instant at = Objects.requireNonNull(vector.at());
            assertInstanceOf(
                    Accepted.class, verifier.verify(AttestationReport.decode(report), endorsements, at), vector.id());
            boolean first =
                    kinds.add(vector.expect().product() + " " + vector.expect().signingKey());
            assertEquals(List.of(), accepted(report, endorsements, at, first, vector.id()), vector.id());
            reports++;
        }
        assertEquals(Set.of("Milan VCEK", "Milan VLEK", "Genoa VCEK", "Turin VCEK"), kinds);
        assertTrue(reports >= 54, reports + " reports");
    }

    @Test
    void noFlippedBitOfTheShippedReportIsVerified() throws Exception {
        byte[] report = RealEvidence.report();
        Endorsements endorsements = Endorsements.of(RealEvidence.vcek());
        assertInstanceOf(Accepted.class, verifier.verify(AttestationReport.decode(report), endorsements, AT));
        assertEquals(List.of(), accepted(report, endorsements, AT, true, "shipped"));
    }

    private List<Integer> accepted(
            byte[] report, Endorsements endorsements, Instant at, boolean everyBit, String seed) {
        Random random = new Random(seed.hashCode());
        List<Integer> bits = new ArrayList<>();
        for (int offset = 0; offset < AttestationReport.SIZE; offset++) {
            int one = random.nextInt(8);
            int start = offset * 8;
            boolean all = everyBit && offset < END_OF_SIGNATURE;
            IntStream.range(0, 8).filter(bit -> all || bit == one).forEach(bit -> bits.add(start + bit));
        }
        return bits.parallelStream()
                .filter(bit -> isVerified(report, bit, endorsements, at))
                .toList();
    }

    private boolean isVerified(byte[] report, int bit, Endorsements endorsements, Instant at) {
        byte[] flipped = report.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        try {
            return verifier.verify(AttestationReport.decode(flipped), endorsements, at) instanceof Accepted;
        } catch (MalformedEvidenceException e) {
            return false;
        }
    }

    private static List<Vector> verified(Manifest manifest) {
        return manifest.entries().stream()
                .filter(Vector.class::isInstance)
                .map(Vector.class::cast)
                .filter(vector -> vector.expect().verdict() == Verdict.VERIFIED)
                .toList();
    }

    private static Endorsements endorsements(Vector vector) {
        SnpEndorsements given = (SnpEndorsements) vector.endorsements();
        return Endorsements.builder()
                .add("vek", Bytes.copyOf(Objects.requireNonNull(given.vek()).bytes()))
                .build();
    }
}
