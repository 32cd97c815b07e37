package dev.assay.verify;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECPoint;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/**
 * Who computes signature checks. What is computed is fixed by the vendors' formats and cannot be chosen here: ECDSA on
 * P-384 and P-256, and RSASSA-PSS with SHA-384. Nothing is registered with the platform.
 */
public abstract sealed class Signatures permits BouncyCastleSignatures, ProviderSignatures {
    private static final PSSParameterSpec PSS_SHA384 =
            new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, PSSParameterSpec.TRAILER_FIELD_BC);

    Signatures() {}

    /**
     * Bouncy Castle for elliptic curves, where it is about ten times faster than the platform's own code, and the
     * platform for RSA and hashes. The default.
     *
     * @return the implementation
     */
    public static Signatures bouncyCastle() {
        return BouncyCastleSignatures.INSTANCE;
    }

    /**
     * The platform's own providers. Slower for many signatures, but nothing needs to be loaded: the better choice for a
     * program that checks one and ends.
     *
     * @return the implementation
     */
    public static Signatures platform() {
        return ProviderSignatures.PLATFORM;
    }

    /**
     * A provider of the caller's choice, for instance Amazon Corretto's. It need not be registered.
     *
     * @param provider has ECDSA in IEEE P1363 format; RSASSA-PSS is left to the platform if it lacks that
     * @return the implementation
     * @throws IllegalArgumentException if the provider lacks ECDSA with SHA-384 or SHA-256 in that format
     */
    public static Signatures provider(Provider provider) {
        return ProviderSignatures.of(provider);
    }

    /** Tells implementations apart where their conclusions are remembered. */
    abstract String label();

    /** Prepares a key whose point may be anywhere. */
    final EcKey ecKey(EcCurve curve, ECPoint point) throws GeneralSecurityException {
        return ecKey(CurvePoint.of(curve, point)
                .orElseThrow(() -> new InvalidKeyException("the point is not on " + curve.standardName())));
    }

    abstract EcKey ecKey(CurvePoint point) throws GeneralSecurityException;

    /** RSASSA-PSS of the platform's or a provider's. */
    abstract Signature rsaPss() throws GeneralSecurityException;

    /** RSASSA-PSS with SHA-384, MGF1 with SHA-384 and 48 bytes of salt, whatever the signature claims about itself. */
    final boolean verifyRsaPss(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = rsaPss();
            check.setParameter(PSS_SHA384);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
