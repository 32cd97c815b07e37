package dev.assay.testvectors.amd;

import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.StringForm;
import java.math.BigInteger;

/**
 * The extensions of VCEK and VLEK certificates (AMD 57230 and 58369, tables of X.509 extensions), in the order in which
 * real certificates have them; none is critical.
 */
public final class VekExtensions {
    private static final String ARC = "1.3.6.1.4.1.3704.1.";

    /** Version of the structure, INTEGER: 0, or 1 for Turin. */
    public static final String STRUCT_VERSION = ARC + "1";

    /** Name of the silicon, IA5String. */
    public static final String PRODUCT_NAME = ARC + "2";

    /** Security version of the boot loader, INTEGER. */
    public static final String BL_SPL = ARC + "3.1";

    /** Security version of the PSP operating system, INTEGER. */
    public static final String TEE_SPL = ARC + "3.2";

    /** Security version of the SNP firmware, INTEGER. */
    public static final String SNP_SPL = ARC + "3.3";

    /** Reserved, INTEGER 0; Turin does not have it. */
    public static final String SPL_4 = ARC + "3.4";

    /** Reserved, INTEGER 0. */
    public static final String SPL_5 = ARC + "3.5";

    /** Reserved, INTEGER 0. */
    public static final String SPL_6 = ARC + "3.6";

    /** Reserved, INTEGER 0. */
    public static final String SPL_7 = ARC + "3.7";

    /** Security version of the microcode, INTEGER. */
    public static final String UCODE_SPL = ARC + "3.8";

    /** Security version of the FMC, INTEGER; only Turin has it. */
    public static final String FMC_SPL = ARC + "3.9";

    /** Identity of the chip: 64 or 8 octets without any encoding around them; only in VCEK certificates. */
    public static final String HW_ID = ARC + "4";

    /** Identity of the cloud provider, IA5String; only in VLEK certificates. */
    public static final String CSP_ID = ARC + "5";

    private VekExtensions() {}

    /**
     * The extensions of a VCEK certificate.
     *
     * @param product the product
     * @param tcb the TCB that the key was derived for
     * @param hwId the identity of the chip, 64 bytes or 8 for Turin
     * @return the extensions in their order
     */
    public static ExtensionList vcek(AmdProduct product, SnpTcb tcb, byte[] hwId) {
        return common(product, VekKind.VCEK, tcb).and(CertificateExtension.of(HW_ID, false, hwId));
    }

    /**
     * The extensions of a VLEK certificate. No VLEK certificate of Turin has been seen: its layout is taken over from
     * the VCEK's.
     *
     * @param product the product
     * @param tcb the TCB that the key was derived for
     * @param cspId the identity of the cloud provider, ASCII
     * @return the extensions in their order
     */
    public static ExtensionList vlek(AmdProduct product, SnpTcb tcb, String cspId) {
        return common(product, VekKind.VLEK, tcb).and(CertificateExtension.text(CSP_ID, StringForm.IA5, cspId));
    }

    /**
     * The value of a number extension, to replace a right one with.
     *
     * @param value any number
     * @return the DER of an INTEGER
     */
    public static byte[] integer(long value) {
        return number(ARC, value).value();
    }

    private static ExtensionList common(AmdProduct product, VekKind kind, SnpTcb tcb) {
        boolean turin = product.layout() == SnpTcb.Layout.TURIN;
        ExtensionList start = ExtensionList.of(
                number(STRUCT_VERSION, turin ? 1 : 0),
                CertificateExtension.text(PRODUCT_NAME, StringForm.IA5, product.productName(kind)));
        return turin
                ? start.and(number(FMC_SPL, tcb.fmc()))
                        .and(number(BL_SPL, tcb.bootLoader()))
                        .and(number(TEE_SPL, tcb.tee()))
                        .and(number(SNP_SPL, tcb.snp()))
                        .and(number(SPL_5, 0))
                        .and(number(SPL_6, 0))
                        .and(number(SPL_7, 0))
                        .and(number(UCODE_SPL, tcb.microcode()))
                : start.and(number(BL_SPL, tcb.bootLoader()))
                        .and(number(TEE_SPL, tcb.tee()))
                        .and(number(SPL_4, 0))
                        .and(number(SPL_5, 0))
                        .and(number(SPL_6, 0))
                        .and(number(SPL_7, 0))
                        .and(number(SNP_SPL, tcb.snp()))
                        .and(number(UCODE_SPL, tcb.microcode()));
    }

    private static CertificateExtension number(String oid, long value) {
        return CertificateExtension.number(oid, BigInteger.valueOf(value));
    }
}
