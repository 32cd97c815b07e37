package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.TcbComponent;
import dev.assay.snp.TcbVersion;

/**
 * Addresses at AMD's key distribution service (document 57230). Only text is made here; nothing is fetched.
 */
public final class KdsUrl {
    /** What all addresses start with; a mirror has something else in its place. */
    public static final String BASE = "https://kdsintf.amd.com/";

    private static final int TURIN_CHIP_ID_SIZE = 8;

    private KdsUrl() {}

    /**
     * Where the VCEK for a chip and a TCB version is had, as DER.
     *
     * @param product the chip's product
     * @param chipId CHIP_ID of the report, 64 bytes, not masked
     * @param reportedTcb REPORTED_TCB of the report, not the current one
     * @return the address
     */
    public static String vcek(Product product, Bytes chipId, TcbVersion reportedTcb) {
        Bytes id = product == Product.TURIN ? chipId.slice(0, TURIN_CHIP_ID_SIZE) : chipId;
        StringBuilder url = new StringBuilder(BASE)
                .append("vcek/v1/")
                .append(product.label())
                .append('/')
                .append(id.hex());
        char separator = '?';
        for (TcbComponent component : reportedTcb.layout().components()) {
            url.append(separator).append(component.spl()).append('=').append(reportedTcb.spl(component));
            separator = '&';
        }
        return url.toString();
    }

    /**
     * Where an authority's certificate and the root's are had, as PEM in this order.
     *
     * @param authority an ASK or ASVK
     * @return the address
     */
    public static String chain(AmdAuthority authority) {
        return folder(authority) + "/cert_chain";
    }

    /**
     * Where an authority's revocation list is had, as DER.
     *
     * @param authority an ASK or ASVK
     * @return the address
     */
    public static String crl(AmdAuthority authority) {
        return folder(authority) + "/crl";
    }

    private static String folder(AmdAuthority authority) {
        return BASE + (authority.role() == AmdAuthority.Role.ASVK ? "vlek" : "vcek") + "/v1/"
                + authority.product().label();
    }
}
