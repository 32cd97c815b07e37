package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * Certification data of type 4: the PCK certificate alone as PEM text. What is in it is for verification to find out.
 *
 * @param content the text as received, of any length and any bytes
 */
public record PckLeaf(Bytes content) implements CertificationData {
    /** The number of this kind. */
    public static final int TYPE = 4;

    @Override
    public int type() {
        return TYPE;
    }

    /**
     * Takes the text apart. Works anew at every call.
     *
     * @return the certificates' text blocks and what else there is
     */
    public PemText split() {
        return PemText.split(content);
    }
}
