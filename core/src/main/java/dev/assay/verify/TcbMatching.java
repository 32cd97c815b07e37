package dev.assay.verify;

import dev.assay.endorsement.PckExtensions;
import dev.assay.endorsement.SvnLevel;
import dev.assay.endorsement.TcbLevel;
import dev.assay.tdx.TeeTcbSvn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Step 8.8, parts 1 to 3: which level something reaches. The platform's components come from the PCK certificate and the
 * rest from TEE_TCB_SVN, of which the first two bytes do not count here if the second is not zero: they are then the
 * version of a TDX module that has levels of its own.
 */
final class TcbMatching {
    private static final int MODULE_BYTES = 2;

    private TcbMatching() {}

    /** The first level, from the highest down, that the platform reaches in everything. */
    static Optional<TcbLevel> platform(List<TcbLevel> levels, PckExtensions pck, TeeTcbSvn svn) {
        for (TcbLevel level : levels) {
            if (shortfalls(level, pck, svn).isEmpty()) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** The first level, from the highest down, that a module or enclave reaches. */
    static Optional<SvnLevel> svn(List<SvnLevel> levels, int isvSvn) {
        for (SvnLevel level : levels) {
            if (level.isvSvn() <= isvSvn) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** In what a platform falls short of a level; nothing, and no work beyond comparing, if it reaches it. */
    static List<Shortfall> shortfalls(TcbLevel level, PckExtensions pck, TeeTcbSvn svn) {
        List<Shortfall> all = new ArrayList<>(0);
        for (int i = 0; i < PckExtensions.COMPONENTS; i++) {
            int required = level.sgxComponents().u8(i);
            int actual = pck.componentSvns().u8(i);
            if (actual < required) {
                all.add(new Shortfall("SGX component " + (i + 1), required, actual));
            }
        }
        if (pck.pceSvn() < level.pceSvn()) {
            all.add(new Shortfall("PCESVN", level.pceSvn(), pck.pceSvn()));
        }
        for (int i = svn.major() > 0 ? MODULE_BYTES : 0; i < TeeTcbSvn.SIZE; i++) {
            int required = level.tdxComponents().u8(i);
            int actual = svn.component(i);
            if (actual < required) {
                all.add(new Shortfall("TDX component " + (i + 1), required, actual));
            }
        }
        return List.copyOf(all);
    }
}
