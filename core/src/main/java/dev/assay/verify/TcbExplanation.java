package dev.assay.verify;

import dev.assay.endorsement.PckExtensions;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.SvnLevel;
import dev.assay.endorsement.TcbInfo;
import dev.assay.endorsement.TcbLevel;
import dev.assay.model.TcbStatus;
import dev.assay.tdx.TeeTcbSvn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why one part of a TCB has the status that it has: the level it reaches, every better one that it does not, and what is
 * missing for each. For people who have to bring a platform up to date.
 *
 * @param part {@code platform}, {@code TDX module} or {@code quoting enclave}
 * @param status the status of the level that is reached; empty if none is
 * @param tcbDate that level's date; empty if none is reached
 * @param advisories the advisories that the part is open to at that level
 * @param gaps the levels above, the highest first, with what is missing for each; all levels if none is reached
 */
public record TcbExplanation(
        String part,
        Optional<TcbStatus> status,
        Optional<Instant> tcbDate,
        List<String> advisories,
        List<LevelGap> gaps) {
    /**
     * Keeps its own copies of the lists.
     *
     * @param part {@code platform}, {@code TDX module} or {@code quoting enclave}
     * @param status the status of the level that is reached
     * @param tcbDate that level's date
     * @param advisories the advisories that the part is open to at that level
     * @param gaps the levels above, the highest first, with what is missing for each
     */
    public TcbExplanation {
        advisories = List.copyOf(advisories);
        gaps = List.copyOf(gaps);
    }

    /**
     * Explains a platform's level.
     *
     * @param info the TCB info
     * @param pck what the PCK certificate says of the platform
     * @param svn the TCB at the TD's launch, or the present one
     * @return the explanation
     */
    public static TcbExplanation platform(TcbInfo info, PckExtensions pck, TeeTcbSvn svn) {
        List<LevelGap> gaps = new ArrayList<>();
        for (TcbLevel level : info.levels()) {
            List<Shortfall> shortfalls = TcbMatching.shortfalls(level, pck, svn);
            if (shortfalls.isEmpty()) {
                return new TcbExplanation(
                        "platform",
                        Optional.of(level.status()),
                        Optional.of(level.tcbDate()),
                        level.advisories(),
                        gaps);
            }
            gaps.add(new LevelGap(level.status(), level.tcbDate(), level.advisories(), shortfalls));
        }
        return new TcbExplanation("platform", Optional.empty(), Optional.empty(), List.of(), gaps);
    }

    /**
     * Explains the level of the TDX module.
     *
     * @param info the TCB info
     * @param svn the TCB at the TD's launch, or the present one
     * @return the explanation; empty for major version 0, and for one that the TCB info does not know
     */
    public static Optional<TcbExplanation> module(TcbInfo info, TeeTcbSvn svn) {
        return svn.major() == 0
                ? Optional.empty()
                : info.moduleIdentity(svn.major()).map(identity -> ofSvn("TDX module", identity.levels(), svn.minor()));
    }

    /**
     * Explains the level of the quoting enclave.
     *
     * @param identity its identity
     * @param isvSvn its security version
     * @return the explanation
     */
    public static TcbExplanation quotingEnclave(QeIdentity identity, int isvSvn) {
        return ofSvn("quoting enclave", identity.levels(), isvSvn);
    }

    /**
     * The level above that takes the least to reach.
     *
     * @return of those with the smallest sum of missing versions the highest; empty if the highest level is reached
     */
    public Optional<LevelGap> nearest() {
        return gaps.stream().min(Comparator.comparingInt(LevelGap::distance));
    }

    /**
     * The advisories that reaching a level would settle.
     *
     * @param gap one of the levels that is not reached
     * @return those that apply now and not there
     */
    public List<String> settledBy(LevelGap gap) {
        return advisories.stream()
                .filter(advisory -> !gap.advisories().contains(advisory))
                .toList();
    }

    private static TcbExplanation ofSvn(String part, List<SvnLevel> levels, int isvSvn) {
        Optional<SvnLevel> reached = TcbMatching.svn(levels, isvSvn);
        List<LevelGap> gaps = levels.stream()
                .filter(level -> level.isvSvn() > isvSvn)
                .map(level -> new LevelGap(
                        level.status(),
                        level.tcbDate(),
                        level.advisories(),
                        List.of(new Shortfall(part, level.isvSvn(), isvSvn))))
                .toList();
        return new TcbExplanation(
                part,
                reached.map(SvnLevel::status),
                reached.map(SvnLevel::tcbDate),
                reached.map(SvnLevel::advisories).orElse(List.of()),
                gaps);
    }
}
