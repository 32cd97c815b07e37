package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.pki.CertificateEncoder;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much of a set is looked at for a chain, whatever the set holds by the names of AMD's authorities. */
class SetSourceTest {
    private static final AmdHierarchy AMD = MintedItems.MILAN.hierarchy();
    private static final EndorsementRequest.AmdChain CHAIN =
            new EndorsementRequest.AmdChain(Product.MILAN, SigningKey.VCEK);
    private static final Instant LATEST = SnpSimulator.AT.plus(Duration.ofDays(4000));

    private static byte[] certificate(CertificateEncoder template, int serial, Instant end) {
        return template.serial(BigInteger.valueOf(serial))
                .validity(template.notBefore(), end)
                .sign(AMD.rootSigner());
    }

    private static SetSource source(Stream<byte[]> certificates) {
        return new SetSource(Endorsements.of(certificates.toArray(byte[][]::new)), "set", () -> SnpSimulator.AT);
    }

    private static Stream<byte[]> both(int serial, Instant end) {
        return Stream.of(
                certificate(AMD.intermediateTemplate(VekKind.VCEK), serial, end),
                certificate(AMD.rootTemplate(), serial, end));
    }

    /** Two that share no more than a name make a pair, so that thousands would make millions. */
    @Test
    void ofManyCertificatesOfOneNameFewArePutIntoPairs() {
        SetSource few = source(IntStream.rangeClosed(1, 3).boxed().flatMap(i -> both(i, LATEST)));
        assertEquals(9, few.candidates(CHAIN).count());
        SetSource many = source(IntStream.rangeClosed(1, 20).boxed().flatMap(i -> both(i, LATEST)));
        assertEquals(256, many.candidates(CHAIN).count());
    }

    @Test
    void thePairThatEndsLastIsFoundBehindAnyNumberOfOthers() {
        Stream<byte[]> earlier = IntStream.rangeClosed(1, 20).boxed().flatMap(i -> both(i, LATEST.minusSeconds(i)));
        SourceAnswer answer = source(Stream.concat(earlier, both(21, LATEST))).fetch(CHAIN);
        assertEquals(
                LATEST,
                assertInstanceOf(SourceAnswer.Found.class, answer).item().goodUntil());
    }
}
