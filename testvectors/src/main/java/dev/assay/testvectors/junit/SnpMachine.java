package dev.assay.testvectors.junit;

import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which SEV-SNP machine {@link SimulatorExtension} gives to a parameter. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface SnpMachine {
    /**
     * The processor.
     *
     * @return the product, Milan unless said
     */
    AmdProduct product() default AmdProduct.MILAN;

    /**
     * The kind of key that signs reports.
     *
     * @return the kind, the chip's own unless said
     */
    VekKind key() default VekKind.VCEK;

    /**
     * Tells machines of the same kind apart: chips and their keys derive from it.
     *
     * @return any number
     */
    long seed() default 0;
}
