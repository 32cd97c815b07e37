package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the body of a TCB info. */
final class TcbInfoReader {
    private static final int MOST_LEVELS = 1024;
    private static final int MOST_MODULES = 256;
    private static final int LARGEST_PCESVN = 0xFFFF;

    /** Those that a level may have; relaunch is a conclusion, never a level. */
    private static final Set<TcbStatus> STATUSES = EnumSet.range(TcbStatus.UP_TO_DATE, TcbStatus.REVOKED);

    /** The order in which Intel walks the levels: by components, then PCESVN, then TDX components. */
    private static final Comparator<TcbLevel> ORDER = Comparator.comparing(TcbLevel::sgxComponents)
            .thenComparingInt(TcbLevel::pceSvn)
            .thenComparing(TcbLevel::tdxComponents);

    private TcbInfoReader() {}

    static TcbInfo read(JsonMembers body, SignedBody signed) throws UnreadableException {
        if (body.integer("version", Integer.MAX_VALUE) != TcbInfo.VERSION) {
            throw new UnreadableException("a TCB info of another version than " + TcbInfo.VERSION);
        }
        if (body.integer("tcbType", Integer.MAX_VALUE) != 0) {
            throw new UnreadableException("a TCB info of another type than 0");
        }
        String id = body.text("id");
        boolean tdx = id.equals(TcbInfo.TDX);
        if (!tdx && !id.equals(TcbInfo.SGX)) {
            throw new UnreadableException("a TCB info that is for neither TDX nor SGX");
        }
        if (!tdx && (body.has("tdxModule") || body.has("tdxModuleIdentities"))) {
            throw new UnreadableException("a TCB info for SGX that describes a TDX module");
        }
        return new TcbInfo(
                id,
                body.date("issueDate"),
                body.date("nextUpdate"),
                body.hex("fmspc", 6),
                body.hex("pceId", 2),
                body.integer("tcbEvaluationDataNumber", Integer.MAX_VALUE),
                tdx ? Optional.of(module(body.inner("tdxModule"))) : Optional.empty(),
                tdx && body.has("tdxModuleIdentities") ? identities(body) : List.of(),
                levels(body, tdx),
                signed);
    }

    private static TdxModule module(JsonMembers members) throws UnreadableException {
        return new TdxModule(
                members.hex("mrsigner", 48), members.hex("attributes", 8), members.hex("attributesMask", 8));
    }

    private static List<TdxModuleIdentity> identities(JsonMembers body) throws UnreadableException {
        List<TdxModuleIdentity> identities = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonMembers identity : body.inners("tdxModuleIdentities", MOST_MODULES)) {
            String id = identity.text("id");
            if (!ids.add(id.toUpperCase(Locale.ROOT))) {
                throw new UnreadableException("two TDX module identities with the id " + id);
            }
            identities.add(new TdxModuleIdentity(id, module(identity), SvnLevelReader.read(identity)));
        }
        if (identities.isEmpty()) {
            throw new UnreadableException("an empty list of TDX module identities");
        }
        return identities;
    }

    private static List<TcbLevel> levels(JsonMembers body, boolean tdx) throws UnreadableException {
        List<TcbLevel> levels = new ArrayList<>();
        for (JsonMembers level : body.inners("tcbLevels", MOST_LEVELS)) {
            JsonMembers tcb = level.inner("tcb");
            levels.add(new TcbLevel(
                    tcb.octets("sgxtcbcomponents", PckExtensions.COMPONENTS, "svn"),
                    tcb.integer("pcesvn", LARGEST_PCESVN),
                    tdx ? tcb.octets("tdxtcbcomponents", PckExtensions.COMPONENTS, "svn") : Bytes.empty(),
                    level.date("tcbDate"),
                    level.status("tcbStatus", STATUSES),
                    level.advisories("advisoryIDs")));
        }
        if (levels.isEmpty()) {
            throw new UnreadableException("a TCB info without levels");
        }
        levels.sort(ORDER.reversed());
        for (int i = 1; i < levels.size(); i++) {
            if (ORDER.compare(levels.get(i), levels.get(i - 1)) == 0) {
                throw new UnreadableException("a TCB info with two levels for the same versions");
            }
        }
        return levels;
    }
}
