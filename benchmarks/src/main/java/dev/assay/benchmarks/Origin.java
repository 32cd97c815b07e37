package dev.assay.benchmarks;

/** Where evidence comes from. */
public enum Origin {
    /** A real report that this project ships, with the certificate of the chip that signed it. */
    REAL,
    /** One that the simulator made, with the authorities and the revocation list of its hierarchy. */
    MINTED
}
