package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.model.Bytes;
import org.junit.jupiter.api.Test;

/** The addresses at Intel's service, as its interface description has them. */
class PcsUrlTest {
    private static final Bytes FMSPC = Bytes.fromHex("00806f050000");

    @Test
    void aSetIsNamedByUpdateOrByNumberAndNeverByBoth() {
        String tcb = "https://api.trustedservices.intel.com/tdx/certification/v4/tcb?fmspc=00806f050000";
        assertEquals(tcb + "&update=standard", PcsUrl.tcbInfo(FMSPC, EvaluationSet.Update.STANDARD));
        assertEquals(tcb + "&update=early", PcsUrl.tcbInfo(FMSPC, EvaluationSet.Update.EARLY));
        assertEquals(tcb + "&tcbEvaluationDataNumber=17", PcsUrl.tcbInfo(FMSPC, new EvaluationSet.Numbered(17)));
        String identity = "https://api.trustedservices.intel.com/tdx/certification/v4/qe/identity";
        assertEquals(identity + "?update=early", PcsUrl.qeIdentity(EvaluationSet.Update.EARLY));
        assertEquals(identity + "?tcbEvaluationDataNumber=8", PcsUrl.qeIdentity(new EvaluationSet.Numbered(8)));
    }

    @Test
    void theListOfEvaluationsHasAnAddress() {
        assertEquals(
                "https://api.trustedservices.intel.com/tdx/certification/v4/tcbevaluationdatanumbers",
                PcsUrl.evaluations());
    }
}
