package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is remembered, for how long, and that it is facts about bytes only. */
class SignatureMemoryTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void aGoodSignatureIsCheckedOnceAndABadOneEveryTime() {
        SignatureMemory memory = SignatureMemory.ofCapacity(8);
        assertTrue(memory.check(name(1), this::good));
        assertTrue(memory.check(name(1), this::good));
        assertEquals(1, runs.get());
        assertFalse(memory.check(name(2), this::bad));
        assertFalse(memory.check(name(2), this::bad));
        assertEquals(3, runs.get());
        assertEquals(1, memory.size());
    }

    @Test
    void withoutRoomNothingIsRemembered() throws GeneralSecurityException {
        SignatureMemory memory = SignatureMemory.none();
        assertTrue(memory.check(name(1), this::good));
        assertTrue(memory.check(name(1), this::good));
        assertEquals(2, runs.get());
        assertNotSame(
                memory.key(name(3), SignatureMemoryTest::newKey), memory.key(name(3), SignatureMemoryTest::newKey));
        assertEquals(0, memory.size());
    }

    @Test
    void keysAreMadeOnceAndFailuresAreNotKept() throws GeneralSecurityException {
        SignatureMemory memory = SignatureMemory.ofCapacity(8);
        EcKey key = memory.key(name(1), SignatureMemoryTest::newKey);
        assertSame(key, memory.key(name(1), SignatureMemoryTest::newKey));
        assertThrows(
                GeneralSecurityException.class,
                () -> memory.key(name(2), () -> {
                    throw new GeneralSecurityException("no key");
                }));
        assertEquals(1, memory.size());
    }

    /** A fact under the name of a key, which only a collision of SHA-256 could bring about, is not taken for one. */
    @Test
    void aFactIsNotAKey() throws GeneralSecurityException {
        SignatureMemory memory = SignatureMemory.ofCapacity(8);
        assertTrue(memory.check(name(1), this::good));
        EcKey key = memory.key(name(1), SignatureMemoryTest::newKey);
        assertSame(key, memory.key(name(1), SignatureMemoryTest::newKey));
    }

    @Test
    void itNeverHoldsMoreThanItsCapacity() {
        SignatureMemory memory = SignatureMemory.ofCapacity(10);
        for (int i = 0; i < 1000; i++) {
            assertTrue(memory.check(name(i), this::good));
            assertTrue(memory.size() <= 10, "" + memory.size());
            assertTrue(memory.check(name(i), this::bad), "the newest is there");
        }
        assertEquals(1000, runs.get());
    }

    @Test
    void whatIsAskedForStaysAndTheRestIsForgotten() {
        SignatureMemory memory = SignatureMemory.ofCapacity(10);
        assertTrue(memory.check(name(0), this::good));
        for (int i = 1; i < 200; i++) {
            assertTrue(memory.check(name(i), this::good));
            assertTrue(memory.check(name(0), this::bad), "asked for again and again");
        }
        assertFalse(memory.check(name(1), this::bad), "not asked for since");
    }

    @Test
    void whatIsHalfForgottenCountsToo() {
        SignatureMemory memory = SignatureMemory.ofCapacity(10);
        for (int i = 1; i <= 7; i++) {
            assertTrue(memory.check(name(i), this::good));
            assertEquals(i, memory.size());
        }
    }

    @Test
    void theSmallestCapacityIsTwo() {
        assertThrows(IllegalArgumentException.class, () -> SignatureMemory.ofCapacity(1));
        SignatureMemory memory = SignatureMemory.ofCapacity(2);
        for (int i = 0; i < 5; i++) {
            assertTrue(memory.check(name(i), this::good));
            assertTrue(memory.size() <= 2);
        }
    }

    @Test
    void datesAndRevocationAreJudgedAnewAlthoughAllSignaturesAreRemembered() {
        SignatureMemory memory = SignatureMemory.ofCapacity(64);
        SnpForge milan = SnpForge.MILAN;
        SnpTrial trial = milan.trial().options(options -> options.withMemory(memory));
        assertTrue(trial.outcome().verified().isPresent());
        int size = memory.size();
        assertEquals(4, size, "leaf, intermediate, list and the leaf's key");
        assertTrue(trial.outcome().verified().isPresent());
        assertEquals(size, memory.size());
        assertTrue(trial.at(milan.leafTemplate().notAfter().plusSeconds(1))
                .outcome()
                .verified()
                .isEmpty());
        assertTrue(trial.with(milan.amd().crlRevoking(milan.kind()))
                .outcome()
                .verified()
                .isEmpty());
        assertTrue(trial.anchors(SnpChainCases.impostor(milan).evidence().root())
                .outcome()
                .verified()
                .isEmpty());
    }

    @Test
    void whatOneImplementationFoundIsNotTakenOverByAnother() {
        SignatureMemory memory = SignatureMemory.ofCapacity(64);
        SnpTrial trial = SnpForge.MILAN.trial().options(options -> options.withMemory(memory));
        assertTrue(trial.outcome().verified().isPresent());
        SnpTrial other = trial.options(options -> options.withSignatures(Signatures.platform()));
        assertTrue(other.outcome().verified().isPresent());
        assertEquals(8, memory.size());
    }

    private boolean good() {
        runs.incrementAndGet();
        return true;
    }

    private boolean bad() {
        runs.incrementAndGet();
        return false;
    }

    private static EcKey newKey() {
        Bytes own = Bytes.copyOf(new byte[] {1});
        return (message, r, s) -> message.equals(own);
    }

    private static FactName name(int number) {
        return new FactName("test", "", Bytes.empty(), Bytes.fromHex(String.format("%08x", number)));
    }
}
