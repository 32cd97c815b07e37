package dev.assay.snp;

import java.util.Comparator;

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

    /** For instance {@code 1.55.29}. */
    @Override
    public String toString() {
        return major + "." + minor + "." + build;
    }
}
