package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Finding;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.TdxSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of the things that a conclusion rests on, out of its time while all others are in theirs. */
class TdxTimeTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final Instant AT = TdxSimulator.AT;
    private static final Duration DAY = Duration.ofDays(1);

    /** What can expire, and under which names it is reported. */
    enum Item {
        PCK(TdxCheck.CHAIN_VALIDITY, "PCK certificate"),
        PCK_CA(TdxCheck.CHAIN_VALIDITY, "Intel SGX PCK Platform CA"),
        ROOT(TdxCheck.CHAIN_VALIDITY, "Intel SGX Root CA", "trust anchor"),
        ROOT_CRL(TdxCheck.CRL_VALIDITY, "revocation list of Intel SGX Root CA"),
        PCK_CRL(TdxCheck.CRL_VALIDITY, "revocation list of Intel SGX PCK Platform CA"),
        TCB_SIGNING(TdxCheck.SIGNER_VALIDITY, "TCB signing certificate"),
        TCB_INFO(TdxCheck.TCB_INFO_VALIDITY, "TCB info"),
        QE_IDENTITY(TdxCheck.QE_IDENTITY_VALIDITY, "QE identity");

        private final TdxCheck check;

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which its type does not say.
        private final List<String> names;

        Item(TdxCheck check, String... names) {
            this.check = check;
            this.names = List.of(names);
        }

        TdxMinted valid(Instant from, Instant to) {
            return TdxMinted.of(
                    switch (this) {
                        case PCK -> MACHINE.certificate(IntelCertificate.PCK, one -> one.validity(from, to));
                        case PCK_CA -> MACHINE.certificate(IntelCertificate.PCK_CA, one -> one.validity(from, to));
                        case ROOT -> MACHINE.certificate(IntelCertificate.ROOT, one -> one.validity(from, to));
                        case TCB_SIGNING ->
                            MACHINE.certificate(IntelCertificate.TCB_SIGNING, one -> one.validity(from, to));
                        case ROOT_CRL ->
                            MACHINE.rootCrl(list -> list.thisUpdate(from).nextUpdate(to));
                        case PCK_CRL ->
                            MACHINE.pckCrl(list -> list.thisUpdate(from).nextUpdate(to));
                        case TCB_INFO -> MACHINE.tcbInfo(info -> info.validity(from, to));
                        case QE_IDENTITY -> MACHINE.qeIdentity(identity -> identity.validity(from, to));
                    });
        }

        boolean hasGrace() {
            return check != TdxCheck.CHAIN_VALIDITY;
        }
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void whatHasExpiredIsNamedWithItsDates(Item item) {
        Outcome<VerifiedQuote> outcome =
                item.valid(AT.minus(DAY), AT.minusSeconds(1)).verify();
        assertInstanceOf(Indeterminate.class, outcome);
        assertEquals(Set.of(item.check.code()), TdxMinted.failing(outcome));
        assertEquals(
                item.names.stream().map(name -> name + " valid at " + AT).toList(),
                outcome.findings().stream().map(Finding::expected).toList());
        String actual = "valid from " + AT.minus(DAY) + " to " + AT.minusSeconds(1);
        assertTrue(outcome.findings().stream().allMatch(one -> one.actual().equals(actual)), "" + outcome);
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void whatIsNotValidYetIsNamedLikewise(Item item) {
        Outcome<VerifiedQuote> outcome =
                item.valid(AT.plusSeconds(1), AT.plus(DAY)).verify();
        assertInstanceOf(Indeterminate.class, outcome);
        assertEquals(Set.of(item.check.code()), TdxMinted.failing(outcome));
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void bothEndsBelongToTheWindow(Item item) {
        assertInstanceOf(Accepted.class, item.valid(AT, AT.plus(DAY)).verify());
        assertInstanceOf(Accepted.class, item.valid(AT.minus(DAY), AT).verify());
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void graceIsForCollateralAndNeverForTheChain(Item item) {
        TdxMinted late = item.valid(AT.minus(DAY), AT.minusSeconds(60))
                .tdx(options -> options.withCollateralGrace(Duration.ofSeconds(60)));
        if (!item.hasGrace()) {
            assertEquals(Set.of(item.check.code()), late.failing());
            return;
        }
        VerifiedQuote verified = late.verified();
        assertEquals(
                List.of("tdx.collateral.expired"),
                verified.findings().stream().map(Finding::code).toList());
        assertTrue(verified.findings().get(0).expected().startsWith(item.names.get(0)), "" + verified.findings());
        assertEquals(AT.minusSeconds(60), verified.window().notAfter());
        assertFalse(verified.window().contains(AT, Duration.ZERO));
        TdxMinted later = late.tdx(options -> options.withCollateralGrace(Duration.ofSeconds(59)));
        assertEquals(Set.of(item.check.code()), later.failing());
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void graceDoesNotReachBeforeTheWindow(Item item) {
        assertEquals(
                Set.of(item.check.code()),
                item.valid(AT.plusSeconds(1), AT.plus(DAY))
                        .tdx(options -> options.withCollateralGrace(TdxOptions.LONGEST_GRACE))
                        .failing());
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void skewReachesAsFarAsItSaysAtBothEnds(Item item) {
        for (TdxMinted minted :
                List.of(item.valid(AT.plusSeconds(9), AT.plus(DAY)), item.valid(AT.minus(DAY), AT.minusSeconds(9)))) {
            TdxMinted enough = minted.options(options -> options.withClockSkew(Duration.ofSeconds(9)));
            assertEquals(List.of(), enough.verified().findings());
            TdxMinted less = minted.options(options -> options.withClockSkew(Duration.ofSeconds(8)));
            assertEquals(Set.of(item.check.code()), less.failing());
        }
    }

    @Test
    void ofAllThatHasExpiredNothingIsDropped() {
        Outcome<VerifiedQuote> outcome = TdxMinted.genuine()
                .with(e -> e.withAt(Instant.parse("2050-01-01T00:00:00Z")))
                .verify();
        assertInstanceOf(Indeterminate.class, outcome);
        assertEquals(
                Stream.of(Item.values())
                        .flatMap(item -> item.names.stream())
                        .sorted()
                        .toList(),
                outcome.findings().stream()
                        .map(one -> one.expected().replaceAll(" valid at .*", ""))
                        .sorted()
                        .toList());
    }

    @Test
    void noInstantIsTooEarlyOrTooLate() {
        for (Instant at : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
            TdxMinted minted = TdxMinted.genuine().tdx(options -> options.withCollateralGrace(DAY));
            assertInstanceOf(Indeterminate.class, minted.with(e -> e.withAt(at)).verify());
        }
    }

    @Test
    void theConclusionHoldsUntilTheFirstThingExpires() {
        VerifiedQuote verified = Item.PCK_CRL.valid(AT.minus(DAY), AT.plus(DAY)).verified();
        assertEquals(new ValidityWindow(AT.minus(DAY), AT.plus(DAY)), verified.window());
    }

    @Test
    void graceIsBetweenZeroAndTenYears() {
        TdxOptions options = TdxOptions.defaults();
        assertEquals(Duration.ZERO, options.collateralGrace());
        assertEquals(
                TdxOptions.LONGEST_GRACE,
                options.withCollateralGrace(TdxOptions.LONGEST_GRACE).collateralGrace());
        assertThrows(IllegalArgumentException.class, () -> options.withCollateralGrace(Duration.ofSeconds(-1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> options.withCollateralGrace(TdxOptions.LONGEST_GRACE.plusNanos(1)));
    }
}
