package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.model.TcbStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of Intel's library, written out. */
class TcbMergeTest {
    @ParameterizedTest
    @CsvSource({
        "UpToDate, OutOfDate, Revoked",
        "SWHardeningNeeded, OutOfDate, Revoked",
        "ConfigurationNeeded, OutOfDateConfigurationNeeded, Revoked",
        "ConfigurationAndSWHardeningNeeded, OutOfDateConfigurationNeeded, Revoked",
        "OutOfDate, OutOfDate, Revoked",
        "OutOfDateConfigurationNeeded, OutOfDateConfigurationNeeded, Revoked",
        "Revoked, Revoked, Revoked"
    })
    void aPartThatIsOutOfDateOrRevokedLowersThePlatform(String platform, String outOfDate, String revoked) {
        assertEquals(
                outOfDate, TcbMerge.with(of(platform), TcbStatus.OUT_OF_DATE).label());
        assertEquals(revoked, TcbMerge.with(of(platform), TcbStatus.REVOKED).label());
    }

    @ParameterizedTest
    @EnumSource(TcbStatus.class)
    void aPartWithAnyOtherStatusChangesNothing(TcbStatus platform) {
        for (TcbStatus part : TcbStatus.values()) {
            if (part != TcbStatus.OUT_OF_DATE && part != TcbStatus.REVOKED) {
                assertEquals(platform, TcbMerge.with(platform, part), part.label());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OutOfDate, UpToDate, TDRelaunchAdvised",
        "OutOfDate, SWHardeningNeeded, TDRelaunchAdvised",
        "OutOfDate, ConfigurationNeeded, TDRelaunchAdvisedConfigurationNeeded",
        "OutOfDate, ConfigurationAndSWHardeningNeeded, TDRelaunchAdvisedConfigurationNeeded",
        "OutOfDateConfigurationNeeded, UpToDate, TDRelaunchAdvisedConfigurationNeeded",
        "OutOfDateConfigurationNeeded, SWHardeningNeeded, TDRelaunchAdvisedConfigurationNeeded",
        "OutOfDateConfigurationNeeded, ConfigurationNeeded, TDRelaunchAdvisedConfigurationNeeded",
        "OutOfDateConfigurationNeeded, ConfigurationAndSWHardeningNeeded, TDRelaunchAdvisedConfigurationNeeded",
        "OutOfDate, OutOfDate, OutOfDate",
        "OutOfDate, OutOfDateConfigurationNeeded, OutOfDate",
        "OutOfDate, Revoked, OutOfDate",
        "OutOfDateConfigurationNeeded, OutOfDate, OutOfDateConfigurationNeeded",
        "UpToDate, OutOfDate, UpToDate",
        "UpToDate, Revoked, UpToDate",
        "SWHardeningNeeded, UpToDate, SWHardeningNeeded",
        "ConfigurationNeeded, UpToDate, ConfigurationNeeded",
        "ConfigurationAndSWHardeningNeeded, OutOfDate, ConfigurationAndSWHardeningNeeded",
        "Revoked, UpToDate, Revoked"
    })
    void relaunchIsAdvisedIfOnlyTheLaunchIsOutOfDate(String launch, String current, String expected) {
        assertEquals(expected, TcbMerge.relaunch(of(launch), of(current)).label());
    }

    private static TcbStatus of(String label) {
        return TcbStatus.named(label).orElseThrow();
    }
}
