package dev.assay.verify;

import dev.assay.model.Bytes;
import java.math.BigInteger;

/** A public key on one of the curves, prepared for use. Safe for use by several threads at once. */
interface EcKey {
    /**
     * Checks an ECDSA signature.
     *
     * @param message what was signed; it is hashed with the digest that goes with the curve
     * @param r the first integer, already found to be in range
     * @param s the second integer, already found to be in range
     * @return whether the signature is good; a failure of the implementation counts as not
     */
    boolean verify(Bytes message, BigInteger r, BigInteger s);
}
