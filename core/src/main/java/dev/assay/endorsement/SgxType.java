package dev.assay.endorsement;

import java.util.Optional;

/** How a platform protects the memory of enclaves: the ENUMERATED 1.2.840.113741.1.13.1.5 of a PCK certificate. */
public enum SgxType {
    /** 0: confidentiality, integrity and replay protection, small memories. */
    STANDARD("standard"),
    /** 1: confidentiality of large memories. */
    SCALABLE("scalable"),
    /** 2: confidentiality and integrity of large memories. */
    SCALABLE_WITH_INTEGRITY("scalable with integrity");

    private final String label;

    SgxType(String label) {
        this.label = label;
    }

    /**
     * The type in words.
     *
     * @return lower case
     */
    public String label() {
        return label;
    }

    static Optional<SgxType> of(int value) {
        return value >= 0 && value < values().length ? Optional.of(values()[value]) : Optional.empty();
    }
}
