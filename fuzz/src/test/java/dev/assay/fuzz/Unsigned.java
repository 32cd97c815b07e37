package dev.assay.fuzz;

import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.EcdsaSigner;
import dev.assay.testvectors.pki.Hash;

/** Puts the same signature under everything, where it is only read and never checked: signing takes most of the time. */
@SuppressWarnings("ImmutableEnumChecker") // what the checker cannot know: nothing changes them
enum Unsigned implements CertificateSigner {
    ECDSA;

    private final CertificateSigner real = new EcdsaSigner(EcKey.derive(EcCurve.P256, 0, "fuzz"), Hash.SHA256);
    private final byte[] signature = real.sign(new byte[0]);

    @Override
    public byte[] algorithm() {
        return real.algorithm();
    }

    @Override
    public byte[] sign(byte[] message) {
        return signature.clone();
    }
}
