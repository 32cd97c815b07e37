package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancelling interrupts the work and leaves no mark on the thread that did it. All on the thread of the test. */
class InterruptibleTaskTest {
    private final List<InterruptibleTask<String>> itself = new ArrayList<>();

    @AfterEach
    void leaveNoMarkOnOtherTests() {
        Thread.interrupted();
    }

    private InterruptibleTask<String> cancelledAtWork(List<Boolean> seen) {
        InterruptibleTask<String> task = new InterruptibleTask<>(() -> {
            seen.add(itself.get(0).cancel(true));
            seen.add(Thread.currentThread().isInterrupted());
            return "too late";
        });
        itself.add(task);
        return task;
    }

    @Test
    void cancellingInterruptsTheWorkAndNotWhatTheThreadDoesNext() {
        List<Boolean> seen = new ArrayList<>();
        InterruptibleTask<String> task = cancelledAtWork(seen);
        task.run();
        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals(List.of(true, true), seen, "it said so, and the work saw it");
        assertThrows(CancellationException.class, task::join);
    }

    @Test
    void anInterruptThatWasNotForTheWorkStays() {
        InterruptibleTask<String> task = new InterruptibleTask<>(() -> {
            Thread.currentThread().interrupt();
            return "done";
        });
        task.run();
        assertTrue(Thread.interrupted());
        assertEquals("done", task.join());
    }

    @Test
    void whatIsDoneCannotBeCancelledAndInterruptsNobody() {
        InterruptibleTask<String> task = new InterruptibleTask<>(() -> "done");
        task.run();
        assertFalse(task.cancel(true));
        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals("done", task.join());
    }

    @Test
    void whatWasCancelledBeforeIsNotBegun() {
        List<Boolean> seen = new ArrayList<>();
        InterruptibleTask<String> task = cancelledAtWork(seen);
        assertTrue(task.cancel(true));
        assertFalse(Thread.currentThread().isInterrupted());
        task.run();
        assertEquals(List.of(), seen);
    }
}
