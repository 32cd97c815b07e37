package dev.assay.testvectors.intel;

/** The TCB statuses that a verification can end with (Intel PCS API v4, TCB info; Intel's quote verification library). */
public enum TdxStatus {
    /** Nothing is missing. */
    UP_TO_DATE("UpToDate"),
    /** Software in the TD must be hardened. */
    SW_HARDENING_NEEDED("SWHardeningNeeded"),
    /** The platform must be configured otherwise. */
    CONFIGURATION_NEEDED("ConfigurationNeeded"),
    /** Both of it. */
    CONFIGURATION_AND_SW_HARDENING_NEEDED("ConfigurationAndSWHardeningNeeded"),
    /** Updates are missing. */
    OUT_OF_DATE("OutOfDate"),
    /** Updates are missing and the platform must be configured otherwise. */
    OUT_OF_DATE_CONFIGURATION_NEEDED("OutOfDateConfigurationNeeded"),
    /** Not to be trusted any more. */
    REVOKED("Revoked"),
    /** The platform was updated since the TD was launched; no level has this status, it is concluded. */
    TD_RELAUNCH_ADVISED("TDRelaunchAdvised"),
    /** The same, and the platform must be configured otherwise. */
    TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED("TDRelaunchAdvisedConfigurationNeeded");

    private final String label;

    TdxStatus(String label) {
        this.label = label;
    }

    /**
     * The name in TCB infos and results.
     *
     * @return for instance {@code UpToDate}
     */
    public String label() {
        return label;
    }
}
