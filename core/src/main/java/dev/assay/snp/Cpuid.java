package dev.assay.snp;

import java.util.Optional;

/**
 * The processor's identity as reports of version 3 and later state it (CPUID_FAM_ID, CPUID_MOD_ID, CPUID_STEP): the
 * combined values, with the extended parts added in.
 *
 * @param family 0 to 255, for instance 0x19
 * @param model 0 to 255
 * @param stepping 0 to 255
 */
public record Cpuid(int family, int model, int stepping) {
    private static final int ZEN_3_4 = 0x19;
    private static final int ZEN_5 = 0x1A;

    /**
     * The product whose keys such a processor has.
     *
     * @return the product, or empty if the model is not known here
     */
    public Optional<Product> product() {
        return switch (family) {
            case ZEN_3_4 ->
                switch (model >> 4) {
                    case 0x0 -> Optional.of(Product.MILAN);
                    case 0x1, 0xA -> Optional.of(Product.GENOA);
                    default -> Optional.empty();
                };
            case ZEN_5 -> model <= 0x1F ? Optional.of(Product.TURIN) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * The layout of TCB versions on such a processor.
     *
     * @return the product's layout, or empty if the model is not known here
     */
    public Optional<TcbLayout> tcbLayout() {
        return product().map(Product::tcbLayout);
    }

    /**
     * What the processor is called, finer than its product.
     *
     * @return a name for people
     */
    public String codeName() {
        if (family == ZEN_3_4 && model >> 4 == 0xA) {
            return "Bergamo or Siena";
        }
        return product().map(Product::label).orElse("unknown");
    }

    /** Family, model and stepping in hexadecimal, for instance {@code 19/11/1}. */
    @Override
    public String toString() {
        return Integer.toHexString(family) + "/" + Integer.toHexString(model) + "/" + Integer.toHexString(stepping);
    }
}
