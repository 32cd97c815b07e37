package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Verifies a trial once for each bit of one of its parts, with that bit inverted, and says which are accepted. */
final class SnpBitFlips {
    private static final int BITS = 8;

    private final SnpTrial trial;
    private final SnpVerification verification;

    /** Verifies the trial as it is: a memory without its facts would have all signatures checked for each bit. */
    SnpBitFlips(SnpTrial trial) {
        this.trial = trial;
        VerificationOptions options = VerificationOptions.defaults()
                .withTrustAnchors(SnpTrial.anchorsOf(trial.anchors()))
                .withMemory(SignatureMemory.ofCapacity(64));
        this.verification = new SnpVerification(trial.change().apply(options));
        assertTrue(unflippedIsAccepted());
    }

    /** Whether the trial as it is, is accepted: otherwise none of this would say anything. */
    private boolean unflippedIsAccepted() {
        return verification.verify(trial.decoded(), trial.endorsements(), trial.at()) instanceof Accepted;
    }

    /** Numbers of the report's bits, 8 times the offset plus the bit's place, whose inversion is accepted. */
    Set<Integer> acceptedInReport() {
        return acceptedInReport(IntStream.range(0, AttestationReport.SIZE * BITS));
    }

    /** The same of some bits of the report. */
    Set<Integer> acceptedInSampleOfReport(long seed, int count) {
        return acceptedInReport(new Random(seed).ints(count, 0, AttestationReport.SIZE * BITS));
    }

    private Set<Integer> acceptedInReport(IntStream bits) {
        Endorsements endorsements = trial.endorsements();
        byte[] good = trial.report().toArray();
        return accepted(bits, bit -> {
            try {
                AttestationReport report = AttestationReport.decode(flipped(good, bit));
                return verification.verify(report, endorsements, trial.at()) instanceof Accepted;
            } catch (MalformedEvidenceException e) {
                return false;
            }
        });
    }

    /** The same of an endorsement, by its place among the items. */
    Set<Integer> acceptedInItem(int item) {
        return accepted(IntStream.range(0, trial.items().get(item).length() * BITS), item);
    }

    /** The same of some bits of an endorsement. */
    Set<Integer> acceptedInSampleOf(int item, long seed, int count) {
        int bits = trial.items().get(item).length() * BITS;
        return accepted(new Random(seed).ints(count, 0, bits), item);
    }

    private Set<Integer> accepted(IntStream bits, int item) {
        AttestationReport report = trial.decoded();
        byte[] good = trial.items().get(item).toArray();
        List<Bytes> others = new ArrayList<>(trial.items());
        others.remove(item);
        Endorsements kept = Endorsements.of(others.stream().map(Bytes::toArray).toArray(byte[][]::new));
        return accepted(bits, bit -> {
            Endorsements endorsements = Endorsements.builder()
                    .add("flipped", Bytes.copyOf(flipped(good, bit)))
                    .add(kept)
                    .build();
            return verification.verify(report, endorsements, trial.at()) instanceof Accepted;
        });
    }

    private static Set<Integer> accepted(IntStream bits, IntPredicate isAccepted) {
        return bits.parallel().filter(isAccepted).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    static byte[] flipped(byte[] good, int bit) {
        byte[] bytes = good.clone();
        bytes[bit / BITS] ^= (byte) (1 << bit % BITS);
        return bytes;
    }
}
