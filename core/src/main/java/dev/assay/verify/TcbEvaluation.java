package dev.assay.verify;

import dev.assay.endorsement.SvnLevel;
import dev.assay.endorsement.TcbLevel;
import dev.assay.model.TcbStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What one TEE_TCB_SVN amounts to: the levels that its parts reach, and what follows for the whole.
 *
 * @param platform the platform's level
 * @param module the TDX module's level; empty for major version 0, which the platform's level covers
 * @param qe the quoting enclave's level
 */
public record TcbEvaluation(TcbLevel platform, Optional<SvnLevel> module, SvnLevel qe) {
    /**
     * The status of the whole.
     *
     * @return one of the first seven
     */
    public TcbStatus status() {
        TcbStatus withModule = module.map(level -> TcbMerge.with(platform.status(), level.status()))
                .orElse(platform.status());
        return TcbMerge.with(withModule, qe.status());
    }

    /**
     * The date to which the whole stands for everything known.
     *
     * @return the earliest date of the levels
     */
    public Instant tcbDate() {
        Instant withQe = earlier(platform.tcbDate(), qe.tcbDate());
        return module.map(level -> earlier(withQe, level.tcbDate())).orElse(withQe);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * The security advisories that the whole is open to.
     *
     * @return those of all levels, sorted, none twice
     */
    public List<String> advisories() {
        TreeSet<String> all = new TreeSet<>(platform.advisories());
        all.addAll(qe.advisories());
        module.ifPresent(level -> all.addAll(level.advisories()));
        return List.copyOf(all);
    }
}
