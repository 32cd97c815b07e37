package dev.assay.verify;

import dev.assay.model.TcbStatus;

/**
 * Step 8.8, part 4, and the rule of step 8.9: how the statuses of parts make up that of the whole. No order of badness
 * would do, since a part that is out of date must not hide that the platform's configuration is wrong.
 */
final class TcbMerge {
    private TcbMerge() {}

    /** The status of a platform with a part, module or quoting enclave, of some status. */
    static TcbStatus with(TcbStatus platform, TcbStatus part) {
        return switch (part) {
            case REVOKED -> TcbStatus.REVOKED;
            case OUT_OF_DATE ->
                switch (platform) {
                    case UP_TO_DATE, SW_HARDENING_NEEDED -> TcbStatus.OUT_OF_DATE;
                    case CONFIGURATION_NEEDED, CONFIGURATION_AND_SW_HARDENING_NEEDED ->
                        TcbStatus.OUT_OF_DATE_CONFIGURATION_NEEDED;
                    case OUT_OF_DATE,
                            OUT_OF_DATE_CONFIGURATION_NEEDED,
                            REVOKED,
                            TD_RELAUNCH_ADVISED,
                            TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED -> platform;
                };
            case UP_TO_DATE,
                    SW_HARDENING_NEEDED,
                    CONFIGURATION_NEEDED,
                    CONFIGURATION_AND_SW_HARDENING_NEEDED,
                    OUT_OF_DATE_CONFIGURATION_NEEDED,
                    TD_RELAUNCH_ADVISED,
                    TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED -> platform;
        };
    }

    /** The status of a TD, by that of the TCB at its launch and that of the present one. */
    static TcbStatus relaunch(TcbStatus launch, TcbStatus current) {
        if (!launch.outOfDate() || !current.current()) {
            return launch;
        }
        return launch.configuration() || current.configuration()
                ? TcbStatus.TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED
                : TcbStatus.TD_RELAUNCH_ADVISED;
    }
}
