package dev.assay.testvectors.suite;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The text of policies. A demand is written as in JSON with single quotes, {@code 'vmpl': [0]}, so that it can be read in
 * Java.
 */
final class PolicyText {
    private final String section;
    private final String pinned;
    private final String anchor;

    private PolicyText(String section, String pinned, byte[] rootKey) {
        this.section = section;
        this.pinned = pinned;
        this.anchor = digest(rootKey);
    }

    /** Policies for SEV-SNP that trust the root with this public key. */
    static PolicyText snp(byte[] rootKey) {
        return new PolicyText("snp", "measurement", rootKey);
    }

    /** Policies for TDX that trust the root with this public key. */
    static PolicyText tdx(byte[] rootKey) {
        return new PolicyText("tdx", "mrTd", rootKey);
    }

    /** Nothing but what must be said, so that the defaults apply. */
    String defaults() {
        return whole("'reportData': 'any', 'trustAnchors': ['" + anchor + "']", "'" + pinned + "': 'any'");
    }

    /** One demand of the section besides what must be said; it may be the pinned value itself. */
    String with(String demand) {
        String rest = demand.startsWith("'" + pinned + "'") ? demand : "'" + pinned + "': 'any', " + demand;
        return whole("'reportData': 'any', 'trustAnchors': ['" + anchor + "']", rest);
    }

    /** One demand outside the section; it may be what is demanded of report data or of anchors. */
    String withCommon(String demand) {
        String reportData = demand.startsWith("'reportData'") ? "" : "'reportData': 'any', ";
        String anchors = demand.startsWith("'trustAnchors'") ? "" : "'trustAnchors': ['" + anchor + "'], ";
        return whole(reportData + anchors + demand, "'" + pinned + "': 'any'");
    }

    /** The list of roots that are trusted, with one more. */
    String anchors(String more) {
        return withCommon("'trustAnchors': ['" + anchor + "', '" + more + "']");
    }

    private String whole(String common, String demands) {
        String single = "{'id': 'vectors', 'version': '1', " + common + ", '" + section + "': {" + demands + "}}";
        return single.replace('\'', '"');
    }

    private static String digest(byte[] rootKey) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rootKey));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
