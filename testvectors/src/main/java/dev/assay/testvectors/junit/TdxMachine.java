package dev.assay.testvectors.junit;

import dev.assay.testvectors.intel.PckCa;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which TDX machine {@link SimulatorExtension} gives to a parameter. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface TdxMachine {
    /**
     * Who issues the machine's certificate.
     *
     * @return the authority, that for registered platforms unless said
     */
    PckCa ca() default PckCa.PLATFORM;

    /**
     * Tells machines apart: their keys and identities derive from it. The authorities are the same for all.
     *
     * @return any number
     */
    long seed() default 0;
}
