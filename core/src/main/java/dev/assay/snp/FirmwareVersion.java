package dev.assay.snp;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The version of the SEV-SNP firmware. In the report the bytes stand in the order build, minor, major.
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 * @param build 0 to 255; also decides the report's version, which major and minor do not
 */
public record FirmwareVersion(int major, int minor, int build) implements Comparable<FirmwareVersion> {
    private static final Comparator<FirmwareVersion> ORDER = Comparator.comparingInt(FirmwareVersion::major)
            .thenComparingInt(FirmwareVersion::minor)
            .thenComparingInt(FirmwareVersion::build);

    @Override
    public int compareTo(FirmwareVersion other) {
        return ORDER.compare(this, other);
    }

    /** As a record does by itself, but without code that the platform has to generate for the first comparison. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FirmwareVersion version
                && major == version.major
                && minor == version.minor
                && build == version.build;
    }

    @Override
    public int hashCode() {
        return (major * 31 + minor) * 31 + build;
    }

    /** For instance {@code 1.55.29}. */
    @Override
    public String toString() {
        return major + "." + minor + "." + build;
    }
}
