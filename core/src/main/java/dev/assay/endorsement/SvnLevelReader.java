package dev.assay.endorsement;

import dev.assay.model.TcbStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the levels of a module or enclave: at least one, none twice, the highest first whatever the order in the text. */
final class SvnLevelReader {
    private static final int MOST = 256;
    private static final int LARGEST_SVN = 0xFFFF;
    private static final Set<TcbStatus> STATUSES =
            EnumSet.of(TcbStatus.UP_TO_DATE, TcbStatus.OUT_OF_DATE, TcbStatus.REVOKED);

    private SvnLevelReader() {}

    static List<SvnLevel> read(JsonMembers owner) throws UnreadableException {
        List<SvnLevel> levels = new ArrayList<>();
        for (JsonMembers level : owner.inners("tcbLevels", MOST)) {
            levels.add(new SvnLevel(
                    level.inner("tcb").integer("isvsvn", LARGEST_SVN),
                    level.date("tcbDate"),
                    level.status("tcbStatus", STATUSES),
                    level.advisories("advisoryIDs")));
        }
        if (levels.isEmpty()) {
            throw new UnreadableException(owner.path() + " has no levels");
        }
        levels.sort(Comparator.comparingInt(SvnLevel::isvSvn).reversed());
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).isvSvn() == levels.get(i - 1).isvSvn()) {
                throw new UnreadableException(owner.path() + " has two levels for the same version");
            }
        }
        return levels;
    }
}
