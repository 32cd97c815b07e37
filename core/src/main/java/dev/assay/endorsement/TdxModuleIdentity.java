package dev.assay.endorsement;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A major version of the TDX module, as a TCB info describes it.
 *
 * @param id {@code TDX_} and the major version in two hexadecimal digits, as served
 * @param module what a module of this version must be signed by and set to
 * @param levels its levels, the highest security version first
 */
public record TdxModuleIdentity(String id, TdxModule module, List<SvnLevel> levels) {
    private static final String PREFIX = "TDX_";

    /**
     * Keeps its own copy of the list.
     *
     * @param id {@code TDX_} and the major version in two hexadecimal digits, as served
     * @param module what a module of this version must be signed by and set to
     * @param levels its levels, the highest security version first
     */
    public TdxModuleIdentity {
        levels = List.copyOf(levels);
    }

    /**
     * Whether this is the identity of a major version. Intel's ids are in upper case, and compared without regard to it.
     *
     * @param major the version, byte 1 of TEE_TCB_SVN
     * @return true if the id names it
     */
    public boolean isOf(int major) {
        return id.length() == PREFIX.length() + 2
                && id.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                && isDigit(id.charAt(PREFIX.length()), major >>> 4)
                && isDigit(id.charAt(PREFIX.length() + 1), major & 0xF);
    }

    private static boolean isDigit(char digit, int value) {
        return HexFormat.isHexDigit(digit) && HexFormat.fromHexDigit(digit) == value;
    }

    /**
     * The id of a major version.
     *
     * @param major 0 to 255
     * @return for instance {@code TDX_0A} for 10
     */
    public static String idOf(int major) {
        return String.format(Locale.ROOT, PREFIX + "%02X", major);
    }
}
