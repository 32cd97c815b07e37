package dev.assay.verify;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Copies of something that is slow when several threads use it at once. Each thread is lent one for itself; there are as
 * many as threads that met here, and those that were used before are used again. Nobody waits.
 */
final class Spares<T> {
    /** Copies that are kept. Any beyond these are made when needed and forgotten after use. */
    static final int MOST = 8;

    private final AtomicReferenceArray<T> kept = new AtomicReferenceArray<>(MOST);
    private final Supplier<T> maker;

    Spares(Supplier<T> maker) {
        this.maker = maker;
    }

    /** What the use gives. A copy whose use ends in an exception is forgotten. */
    <R> R lend(Function<T, R> use) {
        T copy = take();
        R result = use.apply(copy);
        give(copy);
        return result;
    }

    private T take() {
        for (int i = 0; i < MOST; i++) {
            if (kept.get(i) != null) {
                T copy = kept.getAndSet(i, null);
                if (copy != null) {
                    return copy;
                }
            }
        }
        return maker.get();
    }

    private void give(T copy) {
        for (int i = 0; i < MOST; i++) {
            if (kept.get(i) == null && kept.compareAndSet(i, null, copy)) {
                return;
            }
        }
    }
}
