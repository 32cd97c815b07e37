package dev.assay.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A virtual thread for each request on a Java that has them, and a pool otherwise. */
final class ServerThreads {
    private ServerThreads() {}

    static ExecutorService of(int pool) throws Exception {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invokeExact();
        } catch (NoSuchMethodException e) {
            return Executors.newFixedThreadPool(pool);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
