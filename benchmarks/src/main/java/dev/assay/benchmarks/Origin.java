package dev.assay.benchmarks;

/** Where evidence comes from. */
public enum Origin {
    /** Real evidence that this project ships; a report with the certificate of the chip that signed it. */
    REAL,
    /** Made by the simulator; a report with the authorities and the revocation list of its hierarchy. */
    MINTED
}
