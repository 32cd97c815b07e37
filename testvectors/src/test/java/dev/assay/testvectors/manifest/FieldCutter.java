package dev.assay.testvectors.manifest;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cuts the fields that manifests name out of evidence by their offsets in the vendors' documents, and does no more: it
 * is what the expected values are held against. AMD: the table of the attestation report; Intel: the quote's header and
 * the TD report body. All integers are little-endian.
 */
final class FieldCutter implements Subject {
    private static final HexFormat HEX = HexFormat.of();

    @Override
    public Outcome run(Vector vector) {
        byte[] bytes = vector.evidence().bytes();
        int version = (bytes[0] & 0xFF) | ((bytes[1] & 0xFF) << 8);
        return switch (vector.tee()) {
            case SEV_SNP ->
                bytes.length == 1184
                        ? Outcome.decoded(report(bytes)).build()
                        : Outcome.malformed(bytes.length + " bytes");
            case TDX ->
                version == 4 || version == 5
                        ? Outcome.decoded(quote(bytes, version)).build()
                        : Outcome.malformed("version " + version);
        };
    }

    private static Map<String, Object> report(byte[] b) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", number(b, 0x000));
        fields.put("guestSvn", number(b, 0x004));
        fields.put("policy", value(b, 0x008, 8));
        fields.put("vmpl", number(b, 0x030));
        fields.put("currentTcb", hex(b, 0x038, 8));
        fields.put("platformInfo", value(b, 0x040, 8));
        fields.put("signerInfo", value(b, 0x048, 4));
        fields.put("reportData", hex(b, 0x050, 64));
        fields.put("measurement", hex(b, 0x090, 48));
        fields.put("hostData", hex(b, 0x0C0, 32));
        fields.put("idKeyDigest", hex(b, 0x0E0, 48));
        fields.put("authorKeyDigest", hex(b, 0x110, 48));
        fields.put("reportId", hex(b, 0x140, 32));
        fields.put("reportedTcb", hex(b, 0x180, 8));
        fields.put("cpuid", hex(b, 0x188, 3));
        fields.put("chipId", hex(b, 0x1A0, 64));
        fields.put("committedTcb", hex(b, 0x1E0, 8));
        fields.put("launchTcb", hex(b, 0x1F0, 8));
        return fields;
    }

    private static Map<String, Object> quote(byte[] b, int version) {
        int body = version == 4 ? 48 : 54;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", version);
        fields.put("teeTcbSvn", hex(b, body, 16));
        fields.put("mrSeam", hex(b, body + 16, 48));
        fields.put("mrSignerSeam", hex(b, body + 64, 48));
        fields.put("seamAttributes", hex(b, body + 112, 8));
        fields.put("tdAttributes", hex(b, body + 120, 8));
        fields.put("xfam", hex(b, body + 128, 8));
        fields.put("mrTd", hex(b, body + 136, 48));
        fields.put("mrConfigId", hex(b, body + 184, 48));
        fields.put("mrOwner", hex(b, body + 232, 48));
        fields.put("mrOwnerConfig", hex(b, body + 280, 48));
        for (int i = 0; i < 4; i++) {
            fields.put("rtmr" + i, hex(b, body + 328 + 48 * i, 48));
        }
        fields.put("reportData", hex(b, body + 520, 64));
        boolean larger = version == 5 && b[48] >= 3;
        if (larger) {
            fields.put("teeTcbSvn2", hex(b, body + 584, 16));
            fields.put("mrServiceTd", hex(b, body + 600, 48));
        }
        return fields;
    }

    private static String hex(byte[] b, int offset, int count) {
        return HEX.formatHex(b, offset, offset + count);
    }

    /** The value of a little-endian number, which reads the other way round than its bytes. */
    private static String value(byte[] b, int offset, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = count - 1; i >= 0; i--) {
            digits.append(HEX.toHexDigits(b[offset + i]));
        }
        return digits.toString();
    }

    private static long number(byte[] b, int offset) {
        return Long.parseLong(value(b, offset, 4), 16);
    }
}
