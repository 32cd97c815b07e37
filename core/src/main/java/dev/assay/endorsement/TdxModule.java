package dev.assay.endorsement;

import dev.assay.model.Bytes;

/**
 * What a TDX module must be signed by and set to.
 *
 * @param mrSigner MRSIGNERSEAM, 48 bytes; zero for modules that Intel signed
 * @param attributes SEAMATTRIBUTES, 8 bytes
 * @param attributesMask which bits of them count, 8 bytes
 */
public record TdxModule(Bytes mrSigner, Bytes attributes, Bytes attributesMask) {}
