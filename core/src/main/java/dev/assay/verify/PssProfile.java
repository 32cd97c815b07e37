package dev.assay.verify;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The one signature algorithm of AMD's certificates and revocation lists. Its parameters occur in two encodings, with
 * and without the trailer field that is the default; both mean the same.
 */
final class PssProfile {
    static final String DESCRIPTION = "RSASSA-PSS with SHA-384, MGF1 with SHA-384, 48 bytes of salt";

    private static final String OID = "1.2.840.113549.1.1.10";
    private static final int SALT = 48;

    private PssProfile() {}

    static boolean matches(String oid, byte @Nullable [] parameters) {
        if (!oid.equals(OID) || parameters == null) {
            return false;
        }
        try {
            AlgorithmParameters decoder = AlgorithmParameters.getInstance("RSASSA-PSS");
            decoder.init(parameters);
            PSSParameterSpec pss = decoder.getParameterSpec(PSSParameterSpec.class);
            return pss.getDigestAlgorithm().equals("SHA-384")
                    && pss.getMGFAlgorithm().equals("MGF1")
                    && pss.getMGFParameters() instanceof MGF1ParameterSpec mgf
                    && mgf.getDigestAlgorithm().equals("SHA-384")
                    && pss.getSaltLength() == SALT
                    && pss.getTrailerField() == PSSParameterSpec.TRAILER_FIELD_BC;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return false;
        }
    }
}
