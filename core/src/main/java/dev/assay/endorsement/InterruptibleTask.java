package dev.assay.endorsement;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A future whose cancelling interrupts the thread that works for it, and no other work of that thread. */
final class InterruptibleTask<T> extends CompletableFuture<T> implements Runnable {
    private final Supplier<T> work;
    private final Object lock = new Object();
    private @Nullable Thread worker;

    InterruptibleTask(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public void run() {
        synchronized (lock) {
            if (isDone()) {
                return;
            }
            worker = Thread.currentThread();
        }
        try {
            complete(work.get());
        } catch (RuntimeException | Error e) {
            completeExceptionally(e);
        } finally {
            synchronized (lock) {
                worker = null;
                if (isCancelled()) {
                    // The interrupt was for this work; the pool's thread goes on without it.
                    Thread.interrupted();
                }
            }
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        synchronized (lock) {
            if (cancelled && worker != null) {
                worker.interrupt();
            }
        }
        return cancelled;
    }
}
