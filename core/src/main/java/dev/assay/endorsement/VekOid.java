package dev.assay.endorsement;

import dev.assay.snp.TcbComponent;
import java.util.List;
import java.util.Optional;

/** The extensions of VCEK and VLEK certificates, under AMD's arc 1.3.6.1.4.1.3704.1 (documents 57230 and 58369). */
enum VekOid {
    STRUCT_VERSION("1"),
    PRODUCT_NAME("2"),
    BL_SPL("3.1"),
    TEE_SPL("3.2"),
    SNP_SPL("3.3"),
    SPL_4("3.4"),
    SPL_5("3.5"),
    SPL_6("3.6"),
    SPL_7("3.7"),
    UCODE_SPL("3.8"),
    FMC_SPL("3.9"),
    HW_ID("4"),
    CSP_ID("5");

    static final String ARC = "1.3.6.1.4.1.3704.1.";

    private static final List<VekOid> ALL = List.of(values());

    private final String oid;

    VekOid(String suffix) {
        this.oid = ARC + suffix;
    }

    String oid() {
        return oid;
    }

    static VekOid of(TcbComponent component) {
        return switch (component) {
            case FMC -> FMC_SPL;
            case BOOT_LOADER -> BL_SPL;
            case TEE -> TEE_SPL;
            case SNP -> SNP_SPL;
            case MICROCODE -> UCODE_SPL;
        };
    }

    static Optional<VekOid> named(String oid) {
        for (VekOid known : ALL) {
            if (known.oid().equals(oid)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
