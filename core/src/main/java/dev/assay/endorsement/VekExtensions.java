package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbLayout;
import dev.assay.snp.TcbVersion;
import java.util.List;
import java.util.Optional;

/**
 * What AMD's extensions say in a VCEK or VLEK certificate (documents 57230, 58369), decoded exactly: every value has the
 * one encoding that AMD uses, and nothing is guessed from parts of it.
 *
 * @param structVersion the version of this set of extensions, 0 to 255: 0 for Milan and Genoa, 1 for Turin
 * @param productName the silicon's name, for instance {@code Milan-B0}; a stepping behind the hyphen is no check of it
 * @param tcb the TCB version that the key was derived for, in the product's layout
 * @param hwId the chip's identity in a VCEK: 64 bytes, on Turin 8
 * @param cspId the cloud provider's identity in a VLEK
 * @param unknown OIDs of extensions that have no meaning here, none of them critical
 */
public record VekExtensions(
        int structVersion,
        String productName,
        TcbVersion tcb,
        Optional<Bytes> hwId,
        Optional<String> cspId,
        List<String> unknown) {
    /**
     * Keeps its own copy of the list.
     *
     * @param structVersion the version of this set of extensions, 0 to 255
     * @param productName the silicon's name, for instance {@code Milan-B0}; a stepping behind the hyphen is no check of it
     * @param tcb the TCB version that the key was derived for, in the product's layout
     * @param hwId the chip's identity in a VCEK: 64 bytes, on Turin 8
     * @param cspId the cloud provider's identity in a VLEK
     * @param unknown OIDs of extensions that have no meaning here, none of them critical
     */
    public VekExtensions {
        unknown = List.copyOf(unknown);
    }

    /**
     * The product's name without the stepping.
     *
     * @return the part before the hyphen, for instance {@code Milan}
     */
    public String productLine() {
        int hyphen = productName.indexOf('-');
        return hyphen < 0 ? productName : productName.substring(0, hyphen);
    }

    /**
     * The kinds of key that have such certificates.
     *
     * @param key a kind
     * @param layout the layout of the product
     * @return which extensions must be there, by OID
     */
    static List<VekOid> required(SigningKey key, TcbLayout layout) {
        boolean turin = layout == TcbLayout.TURIN;
        return List.of(VekOid.values()).stream()
                .filter(oid -> switch (oid) {
                    case SPL_4 -> !turin;
                    case FMC_SPL -> turin;
                    case HW_ID -> key == SigningKey.VCEK;
                    case CSP_ID -> key == SigningKey.VLEK;
                    default -> true;
                })
                .toList();
    }
}
