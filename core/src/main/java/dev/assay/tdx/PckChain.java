package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * Certification data of type 5: the chain of the PCK certificate as PEM text, by custom leaf, intermediate, root. What
 * is in it is for verification to find out.
 *
 * @param content the text as received, of any length and any bytes
 */
public record PckChain(Bytes content) implements CertificationData {
    /** The number of this kind. */
    public static final int TYPE = 5;

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
