package dev.assay.result;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once, whoever asks. */
final class Deferred<T> {
    private @Nullable Supplier<T> source;
    private @Nullable T value;

    private Deferred(@Nullable Supplier<T> source, @Nullable T value) {
        this.source = source;
        this.value = value;
    }

    static <T> Deferred<T> from(Supplier<T> source) {
        return new Deferred<>(source, null);
    }

    static <T> Deferred<T> of(T value) {
        return new Deferred<>(null, value);
    }

    synchronized T value() {
        T made = value;
        if (made == null) {
            if (source == null) {
                throw new IllegalStateException("a value is made of nothing");
            }
            made = source.get();
            value = made;
            source = null;
        }
        return made;
    }
}
