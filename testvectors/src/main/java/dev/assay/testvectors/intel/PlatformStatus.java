package dev.assay.testvectors.intel;

/** Has a platform fall behind to a level of its TCB info that has a given status. */
final class PlatformStatus {
    private PlatformStatus() {}

    static TdxSimulator of(TdxSimulator machine, TdxStatus wanted) {
        return switch (wanted) {
            case UP_TO_DATE -> machine;
            case TD_RELAUNCH_ADVISED -> launchedBehind(machine, TdxStatus.OUT_OF_DATE);
            case TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED ->
                launchedBehind(machine, TdxStatus.OUT_OF_DATE_CONFIGURATION_NEEDED);
            default ->
                machine.platform(
                                right -> right.components(TcbInfoTemplate.OLDER).pceSvn(TcbInfoDefaults.OLDER_PCE_SVN))
                        .tcbInfo(info -> info.level(2, level -> level.withStatus(wanted.label())));
        };
    }

    private static TdxSimulator launchedBehind(TdxSimulator machine, TdxStatus status) {
        return machine.tcbInfo(info -> info.level(1, level -> level.withStatus(status.label())))
                .launchedBehind();
    }
}
