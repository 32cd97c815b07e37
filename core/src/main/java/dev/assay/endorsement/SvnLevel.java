package dev.assay.endorsement;

import dev.assay.model.TcbStatus;
import java.time.Instant;
import java.util.List;

/**
 * One level of a TDX module's or enclave's security version.
 *
 * @param isvSvn the least security version that has this level, 0 to 65535
 * @param tcbDate the date to which the level stands for everything known
 * @param status {@link TcbStatus#UP_TO_DATE}, {@link TcbStatus#OUT_OF_DATE} or {@link TcbStatus#REVOKED}
 * @param advisories the security advisories that the level is open to, for instance {@code INTEL-SA-01036}
 */
public record SvnLevel(int isvSvn, Instant tcbDate, TcbStatus status, List<String> advisories) {
    /**
     * Keeps its own copy of the list.
     *
     * @param isvSvn the least security version that has this level, 0 to 65535
     * @param tcbDate the date to which the level stands for everything known
     * @param status {@link TcbStatus#UP_TO_DATE}, {@link TcbStatus#OUT_OF_DATE} or {@link TcbStatus#REVOKED}
     * @param advisories the security advisories that the level is open to, for instance {@code INTEL-SA-01036}
     */
    public SvnLevel {
        advisories = List.copyOf(advisories);
    }
}
