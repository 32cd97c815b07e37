package dev.assay;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URI;
import java.security.Provider;
import java.security.Security;
import java.time.Instant;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** Breaks every rule of {@link ArchitectureRule}, so that each is seen to find what it forbids. Never run. */
@SuppressWarnings({"unused", "NonFinalStaticField", "MutablePublicArray"})
public final class ArchitectureOffender {
    static int count = 0;
    static final int[] NUMBERS = {1};

    private ArchitectureOffender() {}

    /** Shows a type of another library to callers. */
    public static void foreign(ECPublicKeyParameters key) {
        count++;
    }

    static Instant impure(Provider provider, Method method, URI address) {
        System.out.println(new File("file"));
        Security.addProvider(provider);
        return Instant.now();
    }
}
