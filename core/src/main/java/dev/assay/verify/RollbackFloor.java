package dev.assay.verify;

import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.TcbInfo;
import dev.assay.model.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest collateral that a relying party has accepted so far. Old collateral stays validly signed for a month, so who
 * can choose what a verifier gets can hide an update; with the floor of the last verification among the options of the
 * next, anything older is refused. Keeping it between verifications is the caller's part: verification has no state.
 *
 * @param tcbInfos the newest TCB info for each FMSPC (6 bytes)
 * @param qeIdentity the newest identity of the TD quoting enclave
 */
public record RollbackFloor(Map<Bytes, CollateralMark> tcbInfos, Optional<CollateralMark> qeIdentity) {
    private static final RollbackFloor NONE = new RollbackFloor(Map.of(), Optional.empty());

    /**
     * Keeps its own copy of the map.
     *
     * @param tcbInfos the newest TCB info for each FMSPC (6 bytes)
     * @param qeIdentity the newest identity of the TD quoting enclave
     */
    public RollbackFloor {
        tcbInfos = Map.copyOf(tcbInfos);
    }

    /**
     * A floor that refuses nothing.
     *
     * @return the empty floor
     */
    public static RollbackFloor none() {
        return NONE;
    }

    /**
     * The floor after some collateral was accepted.
     *
     * @param info the TCB info
     * @param identity the identity of the quoting enclave
     * @return the newer of the present marks and theirs
     */
    public RollbackFloor raisedBy(TcbInfo info, QeIdentity identity) {
        if (holds(tcbInfos.get(info.fmspc()), markOf(info)) && holds(qeIdentity.orElse(null), markOf(identity))) {
            return this;
        }
        Map<Bytes, CollateralMark> raised = new HashMap<>(tcbInfos);
        raised.merge(info.fmspc(), markOf(info), RollbackFloor::newer);
        CollateralMark mark = markOf(identity);
        return new RollbackFloor(
                raised, Optional.of(qeIdentity.map(old -> newer(old, mark)).orElse(mark)));
    }

    /** Whether something at least as new was accepted before, as it was in most verifications. */
    private static boolean holds(@Nullable CollateralMark known, CollateralMark mark) {
        return known != null && known.compareTo(mark) >= 0;
    }

    Optional<CollateralMark> above(TcbInfo info) {
        return Optional.ofNullable(tcbInfos.get(info.fmspc())).filter(floor -> floor.compareTo(markOf(info)) > 0);
    }

    Optional<CollateralMark> above(QeIdentity identity) {
        return qeIdentity.filter(floor -> floor.compareTo(markOf(identity)) > 0);
    }

    static CollateralMark markOf(TcbInfo info) {
        return new CollateralMark(info.tcbEvaluationDataNumber(), info.issueDate());
    }

    static CollateralMark markOf(QeIdentity identity) {
        return new CollateralMark(identity.tcbEvaluationDataNumber(), identity.issueDate());
    }

    private static CollateralMark newer(CollateralMark a, CollateralMark b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
