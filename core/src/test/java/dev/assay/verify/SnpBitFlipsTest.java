package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.testvectors.amd.AmdNames;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * No bit of a report or of its endorsements can be inverted unnoticed. The one exception is listed by the last test: where
 * no revocation list is required, one whose issuer's name is another is somebody else's and does not count, as if it had
 * not been given, and the result says so.
 *
 * <p>Intermediates and lists differ by product only in names and keys, so that those of all but one are sampled unless
 * {@code assay.exhaustive} is set.
 */
class SnpBitFlipsTest {
    static final List<SnpForge> ALL = SnpForge.ALL;

    private static final int LEAF = 0;
    private static final int INTERMEDIATE = 1;
    private static final int LIST = 2;
    private static final int SAMPLE = 1500;
    private static final Set<Integer> NONE = Set.of();

    @ParameterizedTest
    @FieldSource("ALL")
    void noBitOfTheReportCanBeInverted(SnpForge forge) {
        assertEquals(NONE, flips(forge).acceptedInReport());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noBitOfTheLeafCanBeInverted(SnpForge forge) {
        assertEquals(NONE, flips(forge).acceptedInItem(LEAF));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noBitOfTheIntermediateCanBeInverted(SnpForge forge) {
        assertNoneOf(INTERMEDIATE, forge);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noBitOfTheRevocationListCanBeInvertedWhereOneIsRequired(SnpForge forge) {
        assertNoneOf(LIST, forge);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aListInAnothersNameDoesNotCountAndIsTheOnlyException(SnpForge forge) {
        assumeTrue(isExhaustive(forge), "sampled above");
        SnpTrial trial = forge.trial();
        byte[] list = trial.items().get(LIST).toArray();
        byte[] name = AmdNames.of("ARK-" + forge.product().label()).encode();
        int start = indexOf(list, name);
        Set<Integer> renamed = new TreeSet<>();
        for (int bit = 8 * start; bit < 8 * (start + name.length); bit++) {
            List<X509CRL> read = Endorsements.of(SnpBitFlips.flipped(list, bit)).crls();
            if (!read.isEmpty()
                    && !read.get(0)
                            .getIssuerX500Principal()
                            .equals(Endorsements.of(list).crls().get(0).getIssuerX500Principal())) {
                renamed.add(bit);
            }
        }
        assertFalse(renamed.isEmpty());
        assertEquals(renamed, new SnpBitFlips(trial).acceptedInItem(LIST));
        int first = renamed.iterator().next();
        Outcome<VerifiedReport> outcome = trial.only(
                        trial.items().get(LEAF).toArray(),
                        trial.items().get(INTERMEDIATE).toArray(),
                        SnpBitFlips.flipped(list, first))
                .outcome();
        assertEquals(Set.of("snp.crl.not-checked"), SnpTrial.notes(outcome));
        assertEquals(CrlState.NOT_GIVEN, outcome.verified().orElseThrow().crlState());
    }

    private static void assertNoneOf(int item, SnpForge forge) {
        SnpBitFlips flips = flips(forge);
        assertEquals(
                NONE, isExhaustive(forge) ? flips.acceptedInItem(item) : flips.acceptedInSampleOf(item, 2, SAMPLE));
    }

    private static boolean isExhaustive(SnpForge forge) {
        return Boolean.getBoolean("assay.exhaustive") || forge.equals(SnpForge.MILAN);
    }

    private static SnpBitFlips flips(SnpForge forge) {
        return new SnpBitFlips(forge.trial().options(options -> options.withCrlMode(CrlMode.REQUIRED)));
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int i = 0; i + part.length <= whole.length; i++) {
            if (Bytes.copyOf(whole).from(i).startsWith(Bytes.copyOf(part))) {
                return i;
            }
        }
        throw new AssertionError("the list does not name its issuer");
    }
}
