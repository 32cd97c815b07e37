package dev.assay.model;

import java.util.List;
import java.util.Optional;

/**
 * Intel's judgement of the software and firmware that a TD stands on. Levels of a TCB info have one of the first seven;
 * the last two come out of comparing the TCB at the TD's launch with the present one. The statuses have no order: what a
 * relying party accepts is a set.
 */
public enum TcbStatus {
    /** Nothing is missing. */
    UP_TO_DATE("UpToDate"),
    /** Current, but the software inside must be built to withstand known attacks. */
    SW_HARDENING_NEEDED("SWHardeningNeeded"),
    /** Current, but the platform's configuration may have to be changed. */
    CONFIGURATION_NEEDED("ConfigurationNeeded"),
    /** Both of the above. */
    CONFIGURATION_AND_SW_HARDENING_NEEDED("ConfigurationAndSWHardeningNeeded"),
    /** Updates are missing. */
    OUT_OF_DATE("OutOfDate"),
    /** Updates are missing, and the configuration may have to be changed. */
    OUT_OF_DATE_CONFIGURATION_NEEDED("OutOfDateConfigurationNeeded"),
    /** Not to be trusted any more; verification refuses it. */
    REVOKED("Revoked"),
    /** The TD was launched before an update that the platform has since; launching it anew makes it current. */
    TD_RELAUNCH_ADVISED("TDRelaunchAdvised"),
    /** The same, and the configuration may have to be changed. */
    TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED("TDRelaunchAdvisedConfigurationNeeded");

    private final String label;

    TcbStatus(String label) {
        this.label = label;
    }

    /**
     * Intel's spelling.
     *
     * @return for instance {@code OutOfDate}
     */
    public String label() {
        return label;
    }

    /**
     * Finds a status by Intel's spelling.
     *
     * @param label the spelling, upper and lower case as Intel has it
     * @return the status, or empty if Intel has none of that name
     */
    public static Optional<TcbStatus> named(String label) {
        for (TcbStatus status : values()) {
            if (status.label.equals(label)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the configuration may have to be changed, whatever else there is.
     *
     * @return true for the four statuses that say so
     */
    public boolean configuration() {
        return switch (this) {
            case CONFIGURATION_NEEDED,
                    CONFIGURATION_AND_SW_HARDENING_NEEDED,
                    OUT_OF_DATE_CONFIGURATION_NEEDED,
                    TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED -> true;
            case UP_TO_DATE, SW_HARDENING_NEEDED, OUT_OF_DATE, REVOKED, TD_RELAUNCH_ADVISED -> false;
        };
    }

    /**
     * Whether updates are missing, with or without a change of configuration.
     *
     * @return true for {@link #OUT_OF_DATE} and {@link #OUT_OF_DATE_CONFIGURATION_NEEDED}
     */
    public boolean outOfDate() {
        return this == OUT_OF_DATE || this == OUT_OF_DATE_CONFIGURATION_NEEDED;
    }

    /**
     * Whether no update is missing: the first four statuses.
     *
     * @return true for {@link #UP_TO_DATE}, {@link #SW_HARDENING_NEEDED}, {@link #CONFIGURATION_NEEDED} and
     *     {@link #CONFIGURATION_AND_SW_HARDENING_NEEDED}
     */
    public boolean current() {
        return switch (this) {
            case UP_TO_DATE, SW_HARDENING_NEEDED, CONFIGURATION_NEEDED, CONFIGURATION_AND_SW_HARDENING_NEEDED -> true;
            case OUT_OF_DATE,
                    OUT_OF_DATE_CONFIGURATION_NEEDED,
                    REVOKED,
                    TD_RELAUNCH_ADVISED,
                    TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED -> false;
        };
    }

    /**
     * The status as the set of words that Intel's attestation tokens use.
     *
     * @return one to three words, for instance {@code UpToDate, ConfigurationNeeded}
     */
    public List<String> words() {
        return switch (this) {
            case UP_TO_DATE, OUT_OF_DATE, REVOKED, TD_RELAUNCH_ADVISED -> List.of(label);
            case SW_HARDENING_NEEDED, CONFIGURATION_NEEDED -> List.of(UP_TO_DATE.label, label);
            case CONFIGURATION_AND_SW_HARDENING_NEEDED ->
                List.of(UP_TO_DATE.label, SW_HARDENING_NEEDED.label, CONFIGURATION_NEEDED.label);
            case OUT_OF_DATE_CONFIGURATION_NEEDED -> List.of(OUT_OF_DATE.label, CONFIGURATION_NEEDED.label);
            case TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED ->
                List.of(TD_RELAUNCH_ADVISED.label, CONFIGURATION_NEEDED.label);
        };
    }
}
