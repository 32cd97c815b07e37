package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.testvectors.amd.SnpSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dates: both ends belong to a window, skew widens it, and a conclusion holds as long as all that it rests on. */
class SnpValidityTest {
    private static final Instant FROM = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-10-01T00:00:00Z");
    private static final SnpForge MILAN = SnpForge.MILAN;

    @Test
    void bothEndsOfTheLeafBelongToItsValidity() {
        SnpTrial trial = MILAN.leaf(leaf -> leaf.validity(FROM, TO));
        assertEquals(
                Set.of("snp.chain.validity"),
                SnpTrial.refusals(trial.at(FROM.minusMillis(1)).outcome()));
        assertInstanceOf(Accepted.class, trial.at(FROM).outcome());
        assertInstanceOf(Accepted.class, trial.at(TO).outcome());
        assertEquals(
                Set.of("snp.chain.validity"),
                SnpTrial.refusals(trial.at(TO.plusMillis(1)).outcome()));
    }

    @Test
    void bothEndsOfTheListBelongToItsValidity() {
        SnpTrial trial = MILAN.crl(crl -> crl.thisUpdate(FROM).nextUpdate(TO))
                .options(options -> options.withCrlMode(CrlMode.REQUIRED));
        assertEquals(
                Set.of("snp.crl.validity"),
                SnpTrial.refusals(trial.at(FROM.minusMillis(1)).outcome()));
        assertInstanceOf(Accepted.class, trial.at(FROM).outcome());
        assertInstanceOf(Accepted.class, trial.at(TO).outcome());
        assertEquals(
                Set.of("snp.crl.validity"),
                SnpTrial.refusals(trial.at(TO.plusMillis(1)).outcome()));
    }

    @Test
    void skewWidensBothEndsOfLeafAndList() {
        SnpTrial trial = SnpTrial.of(MILAN.evidence()
                        .withLeaf(MILAN.leafDer(leaf -> leaf.validity(FROM, TO)))
                        .withCrl(MILAN.crlDer(crl -> crl.thisUpdate(FROM).nextUpdate(TO))))
                .options(options -> options.withCrlMode(CrlMode.REQUIRED).withClockSkew(Duration.ofMinutes(5)));
        Set<String> both = Set.of("snp.chain.validity", "snp.crl.validity");
        assertEquals(both, SnpTrial.refusals(trial.at(FROM.minusSeconds(301)).outcome()));
        assertInstanceOf(Accepted.class, trial.at(FROM.minusSeconds(300)).outcome());
        assertInstanceOf(Accepted.class, trial.at(TO.plusSeconds(300)).outcome());
        assertEquals(both, SnpTrial.refusals(trial.at(TO.plusSeconds(301)).outcome()));
    }

    @Test
    void theWindowIsWhereLeafIntermediateRootAndListOverlap() throws NotVerifiedException {
        Instant at = SnpSimulator.AT;
        byte[] leaf = MILAN.leafDer(one -> one.validity(at.minusSeconds(40), at.plusSeconds(10)));
        byte[] ask = MILAN.intermediateDer(one -> one.validity(at.minusSeconds(30), at.plusSeconds(20)));
        byte[] ark = MILAN.amd()
                .rootTemplate()
                .validity(at.minusSeconds(20), at.plusSeconds(30))
                .sign(MILAN.amd().rootSigner());
        byte[] crl = MILAN.crlDer(one -> one.thisUpdate(at.minusSeconds(10)).nextUpdate(at.plusSeconds(40)));
        SnpTrial without = MILAN.trial().only(leaf, ask).anchors(ark);
        assertEquals(
                new ValidityWindow(at.minusSeconds(20), at.plusSeconds(10)),
                without.outcome().orElseThrow().window());
        assertEquals(
                new ValidityWindow(at.minusSeconds(10), at.plusSeconds(10)),
                without.with(crl).outcome().orElseThrow().window());
        byte[] shorter = MILAN.crlDer(one -> one.thisUpdate(at.minusSeconds(5)).nextUpdate(at.plusSeconds(5)));
        assertEquals(
                new ValidityWindow(at.minusSeconds(5), at.plusSeconds(5)),
                without.with(shorter).outcome().orElseThrow().window());
        assertEquals(
                new ValidityWindow(at.minusSeconds(10), at.plusSeconds(10)),
                without.with(shorter).with(crl).outcome().orElseThrow().window(),
                "of two current lists, that which lasts longer");
        assertEquals(
                new ValidityWindow(at.minusSeconds(20), at.plusSeconds(10)),
                without.with(shorter)
                        .options(options -> options.withCrlMode(CrlMode.OFF))
                        .outcome()
                        .orElseThrow()
                        .window());
    }

    @Test
    void theEndsOfTimeAreNoError() {
        SnpTrial trial = MILAN.trial().options(options -> options.withClockSkew(VerificationOptions.LARGEST_SKEW));
        Set<String> refusals = Set.of("snp.chain.validity", "snp.crl.validity");
        assertEquals(refusals, SnpTrial.refusals(trial.at(Instant.MIN).outcome()));
        assertEquals(refusals, SnpTrial.refusals(trial.at(Instant.MAX).outcome()));
    }

    @Test
    void windowsThatShareNothingHaveNoInstant() {
        ValidityWindow none = new ValidityWindow(FROM, FROM.plusSeconds(1)).intersect(new ValidityWindow(TO, TO));
        assertEquals(new ValidityWindow(TO, FROM.plusSeconds(1)), none);
        assertEquals(FROM + " to " + TO, new ValidityWindow(FROM, TO).toString());
    }

    @Test
    void skewIsBetweenZeroAndADay() {
        VerificationOptions defaults = VerificationOptions.defaults();
        assertEquals(Duration.ZERO, defaults.clockSkew());
        assertEquals(
                Duration.ofDays(1), defaults.withClockSkew(Duration.ofDays(1)).clockSkew());
        assertThrows(
                IllegalArgumentException.class,
                () -> defaults.withClockSkew(Duration.ofDays(1).plusNanos(1)));
        assertThrows(IllegalArgumentException.class, () -> defaults.withClockSkew(Duration.ofNanos(-1)));
    }
}
