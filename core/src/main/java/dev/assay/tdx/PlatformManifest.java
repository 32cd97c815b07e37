package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * Certification data of type 7: the platform manifest, with which a platform of several packages registers with Intel.
 * Opaque here.
 *
 * @param content the manifest as received, of any length
 */
public record PlatformManifest(Bytes content) implements CertificationData {
    /** The number of this kind. */
    public static final int TYPE = 7;

    @Override
    public int type() {
        return TYPE;
    }
}
