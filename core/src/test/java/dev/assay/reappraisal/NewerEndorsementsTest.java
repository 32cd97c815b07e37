package dev.assay.reappraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.assay.endorsement.Endorsements;
import dev.assay.testvectors.intel.TdxSimulator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which documents are left to choose from when newer ones are beside a bundle's own. */
class NewerEndorsementsTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();

    private static byte[] info(int number, String fmspc) {
        return MACHINE.tcbInfo(info -> info.evaluationNumber(number).fmspc(fmspc))
                .signedTcbInfo()
                .encode();
    }

    private static byte[] identity(int number, String id) {
        return MACHINE.qeIdentity(identity -> identity.evaluationNumber(number).id(id))
                .signedQeIdentity()
                .encode();
    }

    private static List<String> infos(Endorsements set) {
        return set.tcbInfos().stream()
                .map(info -> info.fmspc().hex() + " " + info.tcbEvaluationDataNumber())
                .toList();
    }

    private static List<String> identities(Endorsements set) {
        return set.qeIdentities().stream()
                .map(identity -> identity.id() + " " + identity.tcbEvaluationDataNumber())
                .toList();
    }

    @Test
    void aNewerDocumentLeavesNoOlderOneAboutTheSame() {
        Endorsements own = Endorsements.of(
                info(19, "b0c06f000000"),
                info(20, "b0c06f000000"),
                info(18, "00806f050000"),
                identity(19, "TD_QE"),
                identity(20, "TD_QE"),
                identity(18, "QE"));
        Endorsements newer = Endorsements.of(
                info(17, "b0c06f000000"),
                identity(17, "TD_QE"),
                MACHINE.hierarchy().rootCrl());
        Endorsements both = new NewerEndorsements(newer).beside(own);
        assertEquals(List.of("b0c06f000000 17", "00806f050000 18"), infos(both));
        assertEquals(List.of("TD_QE 17", "QE 18"), identities(both));
        assertEquals(1, both.crls().size());
    }

    @Test
    void withNothingNewerABundlesOwnAreUsedAsTheyAre() {
        Endorsements own = Endorsements.of(info(20, "b0c06f000000"), identity(20, "TD_QE"));
        assertSame(own, new NewerEndorsements(Endorsements.none()).beside(own));
    }
}
