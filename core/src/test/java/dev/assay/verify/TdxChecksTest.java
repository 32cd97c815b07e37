package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Effect;
import dev.assay.model.Finding;
import dev.assay.model.TcbStatus;
import dev.assay.testvectors.intel.IntelCertificate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For every check one piece of evidence that only that check speaks against, next to its genuine twin. */
class TdxChecksTest {
    @Test
    void theTwinOfAllVectorsIsVerifiedWithoutAFinding() {
        assertEquals("[]", TdxMinted.genuine().verified().findings().toString());
    }

    @ParameterizedTest
    @EnumSource(TdxCheck.class)
    void oneThingWrongIsOneFinding(TdxCheck check) {
        Outcome<VerifiedQuote> outcome = TdxCases.of(check).verify();
        Set<String> failing = TdxMinted.failing(outcome);
        switch (check.effect()) {
            case REJECTS -> {
                assertInstanceOf(Rejected.class, outcome);
                assertEquals(
                        Set.of(check.code()), failing, () -> outcome.findings().toString());
            }
            case UNDETERMINED -> {
                assertInstanceOf(Indeterminate.class, outcome);
                assertEquals(Set.of(check.code()), failing);
            }
            case NOTED -> {
                assertInstanceOf(Accepted.class, outcome);
                assertEquals(
                        Set.of(check.code()),
                        outcome.findings().stream().map(Finding::code).collect(Collectors.toSet()));
            }
        }
    }

    /** Each finding says what would have been right, what there was instead, and what to do. */
    @ParameterizedTest
    @EnumSource(TdxCheck.class)
    void theFindingSaysWhatWasExpectedAndWhatWasThere(TdxCheck check) {
        Finding finding = TdxCases.of(check).verify().findings().stream()
                .filter(one -> one.check() == check)
                .findFirst()
                .orElseThrow();
        assertFalse(finding.expected().isBlank());
        assertFalse(finding.actual().isBlank());
        assertFalse(finding.expected().equals(finding.actual()), finding.toString());
        assertTrue(
                finding.nextStep().equals(check.nextStep())
                        || finding.nextStep().contains("https://api.trustedservices.intel.com/")
                        || finding.nextStep().contains("https://certificates.trustedservices.intel.com/"),
                finding.nextStep());
    }

    @Test
    void everyCheckHasACodeOfItsOwnASourceAndAStep() {
        Set<String> codes = new HashSet<>();
        for (TdxCheck check : TdxCheck.values()) {
            assertTrue(check.code().matches("tdx(\\.[a-z0-9]+(-[a-z0-9]+)*){2}"), check.code());
            assertTrue(codes.add(check.code()), check.code());
            assertFalse(check.source().isBlank(), check.code());
            assertTrue(check.nextStep().endsWith("."), check.code());
        }
    }

    @Test
    void whatIsRejectedAndMissingIsRejected() {
        TdxMinted both =
                TdxMinted.of(TdxCases.MACHINE.revoking(IntelCertificate.PCK)).with(e -> e.withQeIdentity(new byte[0]));
        assertInstanceOf(Rejected.class, both.verify());
        assertEquals(Set.of("tdx.pck.revoked", "tdx.qe-identity.missing"), both.failing(), () -> "" + both.verify());
    }

    @Test
    void everyEffectHasItsOutcome() {
        assertEquals(
                EnumSet.allOf(Effect.class),
                EnumSet.copyOf(
                        TdxCases.ALL.keySet().stream().map(TdxCheck::effect).toList()));
    }

    @Test
    void everyStatusButTheBestHasItsCheck() {
        assertThrows(IllegalArgumentException.class, () -> TdxCheck.of(TcbStatus.UP_TO_DATE));
        for (TcbStatus status : TcbStatus.values()) {
            if (status != TcbStatus.UP_TO_DATE) {
                assertEquals("TCB_" + status.name(), TdxCheck.of(status).name());
            }
        }
        assertEquals(
                List.of(TdxCheck.TCB_REVOKED),
                List.of(TcbStatus.values()).stream()
                        .filter(status -> status != TcbStatus.UP_TO_DATE)
                        .map(TdxCheck::of)
                        .filter(check -> check.effect() != Effect.NOTED)
                        .toList());
    }
}
