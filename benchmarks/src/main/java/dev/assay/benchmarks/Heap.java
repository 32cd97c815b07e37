package dev.assay.benchmarks;

/** The memory of the virtual machine. */
final class Heap {
    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** What is in use after a collection, so that garbage does not look like growth. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
