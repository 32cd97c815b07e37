package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters of AMD's signatures, written out as they stand in certificates (RFC 4055, 3.1), and others. */
class PssProfileTest {
    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final String SHA384 = "300d06096086480165030402020500";
    private static final String MGF1_SHA384 = "301a06092a864886f70d010108" + SHA384;
    private static final String SHORT = "3034a00f" + SHA384 + "a11c" + MGF1_SHA384 + "a203020130";

    @ParameterizedTest
    @ValueSource(strings = {SHORT, "3039a00f" + SHA384 + "a11c" + MGF1_SHA384 + "a203020130a303020101"})
    void bothEncodingsMatch(String parameters) {
        assertTrue(matches(PSS, parameters));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // SHA-256, MGF1 with SHA-256, a salt of 32 bytes, trailer 2, and the defaults of the standard
                "3034a00f300d06096086480165030402010500a11c" + MGF1_SHA384 + "a203020130",
                "3034a00f" + SHA384 + "a11c301a06092a864886f70d010108300d06096086480165030402010500a203020130",
                "3034a00f" + SHA384 + "a11c" + MGF1_SHA384 + "a203020120",
                "3039a00f" + SHA384 + "a11c" + MGF1_SHA384 + "a203020130a303020102",
                "302fa00f" + SHA384 + "a11c" + MGF1_SHA384,
                "3000",
                // no parameters at all, cut short, something else
                "",
                "30",
                "0500",
                "3034a00f" + SHA384 + "a11c" + MGF1_SHA384 + "a2030201",
                "040130"
            })
    void otherParametersDoNot(String parameters) {
        assertFalse(matches(PSS, parameters));
    }

    @Test
    void anotherAlgorithmDoesNotWhateverItsParameters() {
        assertFalse(matches("1.2.840.113549.1.1.12", SHORT));
        assertFalse(matches("1.2.840.10045.4.3.3", SHORT));
        assertFalse(PssProfile.matches(PSS, null));
    }

    private static boolean matches(String oid, String parameters) {
        return PssProfile.matches(oid, HexFormat.of().parseHex(parameters));
    }
}
