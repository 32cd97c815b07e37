package dev.assay.snp;

import java.util.Arrays;
import java.util.Optional;

/**
 * A line of processors that shares one AMD root key, one name at the key distribution service and one TCB layout.
 * Bergamo and Siena parts are {@link #GENOA}: they carry Genoa's certificates.
 */
public enum Product {
    /** EPYC 7003. */
    MILAN("Milan", TcbLayout.MILAN_GENOA),
    /** EPYC 9004 and 8004. */
    GENOA("Genoa", TcbLayout.MILAN_GENOA),
    /** EPYC 9005. */
    TURIN("Turin", TcbLayout.TURIN);

    private final String label;
    private final TcbLayout tcbLayout;

    Product(String label, TcbLayout tcbLayout) {
        this.label = label;
        this.tcbLayout = tcbLayout;
    }

    /**
     * The name in certificates, in requests to AMD and in policies.
     *
     * @return for instance {@code Milan}
     */
    public String label() {
        return label;
    }

    /**
     * The layout of this product's TCB versions.
     *
     * @return the layout
     */
    public TcbLayout tcbLayout() {
        return tcbLayout;
    }

    /**
     * Finds a product by its name.
     *
     * @param label the exact name, for instance {@code Milan}
     * @return the product, or empty if there is none of that name
     */
    public static Optional<Product> named(String label) {
        return Arrays.stream(values()).filter(p -> p.label.equals(label)).findFirst();
    }
}
