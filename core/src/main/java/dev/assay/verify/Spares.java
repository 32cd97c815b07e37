package dev.assay.verify;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Copies of something that is slow when several threads use it at once. Each thread takes one for itself and gives it
 * back; there are as many as threads that met here, and those that were used before are used again. Nobody waits.
 */
final class Spares<T> {
    /** Copies that are kept. Any beyond these are made when needed and forgotten after use. */
    static final int MOST = 8;

    private final AtomicReferenceArray<T> kept = new AtomicReferenceArray<>(MOST);
    private final Supplier<T> maker;

    Spares(Supplier<T> maker) {
        this.maker = maker;
    }

    /** A copy for the caller alone. */
    T take() {
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

    /** Gives a copy back; the caller may not use it any more. */
    void give(T copy) {
        for (int i = 0; i < MOST; i++) {
            if (kept.get(i) == null && kept.compareAndSet(i, null, copy)) {
                return;
            }
        }
    }
}
