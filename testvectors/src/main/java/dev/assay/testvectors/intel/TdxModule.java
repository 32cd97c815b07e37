package dev.assay.testvectors.intel;

/**
 * What a TDX module must be like, in hexadecimal digits.
 *
 * @param mrSigner its signer, 48 bytes, zero for Intel
 * @param attributes its attributes, 8 bytes
 * @param attributesMask which bits of them count, 8 bytes
 */
public record TdxModule(String mrSigner, String attributes, String attributesMask) {
    /**
     * Intel's modules.
     *
     * @return signer and attributes zero, all bits of them counting
     */
    public static TdxModule intel() {
        return new TdxModule("00".repeat(48), "00".repeat(8), "FF".repeat(8));
    }

    /**
     * Changes the signer.
     *
     * @param hex the new one
     * @return a changed copy
     */
    public TdxModule withMrSigner(String hex) {
        return new TdxModule(hex, attributes, attributesMask);
    }

    /**
     * Changes the attributes.
     *
     * @param hex the new ones
     * @param mask which bits of them count
     * @return a changed copy
     */
    public TdxModule withAttributes(String hex, String mask) {
        return new TdxModule(mrSigner, hex, mask);
    }

    JsonObject appendTo(JsonObject json) {
        return json.and("mrsigner", mrSigner).and("attributes", attributes).and("attributesMask", attributesMask);
    }
}
