package dev.assay.snp;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The entries of a certificate table that have a known meaning (document 56421, certificate table). */
public enum CertificateGuid {
    /** The chip's own key, certified by the ASK. */
    VCEK("63da758d-e664-4564-adc5-f4b93be8accd"),
    /** The cloud provider's key, certified by the ASVK. */
    VLEK("a8074bc2-a25a-483e-aae6-39c045a0b8a1"),
    /** The intermediate: the ASK, or for a VLEK the ASVK, which has no GUID of its own. */
    ASK("4ab7b379-bbac-4fe4-a02f-05aef327c782"),
    /** AMD's root key. Never a trust anchor when it comes with the evidence. */
    ARK("c0b406a4-a803-4952-9743-3fb6014cd0ae"),
    /** A certificate revocation list. */
    CRL("92f81bc3-5811-4d3d-97ff-d19f88dc67ea"),
    /** Platform information that some tools add: a size of 8 and CPUID function 1 EAX, 4 bytes each. */
    EXTRA_PLATFORM_INFO("ecae0c0f-9502-43b1-afa2-0ae2e0d565b6");

    private final UUID guid;

    CertificateGuid(String guid) {
        this.guid = UUID.fromString(guid);
    }

    /**
     * The GUID. In the table its 16 bytes stand in the order of the text, unlike other tables of firmware.
     *
     * @return the identifier
     */
    public UUID guid() {
        return guid;
    }

    /**
     * Finds the meaning of a GUID.
     *
     * @param guid the identifier
     * @return its meaning, or empty if it has none here
     */
    public static Optional<CertificateGuid> of(UUID guid) {
        return Arrays.stream(values()).filter(known -> known.guid.equals(guid)).findFirst();
    }
}
