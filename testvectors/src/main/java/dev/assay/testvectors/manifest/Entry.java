package dev.assay.testvectors.manifest;

/** One element of a manifest's list: a vector that can run, or one that fails before it runs. */
public sealed interface Entry permits Vector, UnusableVector {
    /**
     * The name of the vector.
     *
     * @return the member {@code id}, or the position in the list, for instance {@code vectors[3]}, if it has none
     */
    String id();
}
