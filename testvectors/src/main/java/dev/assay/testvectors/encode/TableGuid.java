package dev.assay.testvectors.encode;

import java.util.UUID;

/** The known kinds of entry in a certificate table (AMD 56421, and go-sev-guest for the last). */
public enum TableGuid {
    /** The chip's key certificate. */
    VCEK("63da758d-e664-4564-adc5-f4b93be8accd"),
    /** The cloud provider's key certificate. */
    VLEK("a8074bc2-a25a-483e-aae6-39c045a0b8a1"),
    /** The intermediate certificate, ASK or ASVK. */
    ASK("4ab7b379-bbac-4fe4-a02f-05aef327c782"),
    /** The root certificate. */
    ARK("c0b406a4-a803-4952-9743-3fb6014cd0ae"),
    /** The revocation list. */
    CRL("92f81bc3-5811-4d3d-97ff-d19f88dc67ea"),
    /** Extra platform information: two 4-byte numbers, size 8 and CPUID 1 EAX. */
    EXTRA_PLATFORM_INFO("ecae0c0f-9502-43b1-afa2-0ae2e0d565b6");

    private final UUID guid;

    TableGuid(String text) {
        this.guid = UUID.fromString(text);
    }

    /**
     * The identifier.
     *
     * @return the GUID
     */
    public UUID guid() {
        return guid;
    }
}
