package dev.assay.tdx;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes quotes from the documented layout, field after field, so that the offsets in the decoder are checked against a
 * sum of sizes. Whatever is a length follows from what it counts unless a test says otherwise.
 */
final class QuoteBuilder {
    int version = 4;
    int keyType = 2;
    long teeType = 0x81;
    byte[] reserved = new byte[4];
    byte[] qeVendorId = filled(16, 0x11);
    byte[] userData = filled(20, 0x12);
    int bodyType = 2;

    @Nullable
    Long bodySize;

    final Map<String, byte[]> body = new LinkedHashMap<>();
    byte[] signature = filled(64, 0x21);
    byte[] attestationKey = filled(64, 0x22);
    int outerType = 6;

    @Nullable
    Long outerLength;

    byte[] qeReport = filled(384, 0x23);
    byte[] qeReportSignature = filled(64, 0x24);
    byte[] authentication = filled(32, 0x25);

    @Nullable
    Integer authenticationLength;

    int innerType = 5;
    byte[] inner = filled(50, 0x26);

    @Nullable
    Long innerLength;

    @Nullable
    Long signatureDataLength;

    byte[] extraInOuter = {};
    byte[] extraInSignatureData = {};
    byte[] trailing = {};

    private QuoteBuilder() {}

    static QuoteBuilder v4() {
        QuoteBuilder builder = new QuoteBuilder();
        builder.base();
        return builder;
    }

    static QuoteBuilder v5(int bodyType) {
        QuoteBuilder builder = v4();
        builder.version = 5;
        builder.bodyType = bodyType;
        if (bodyType >= 3) {
            builder.fields("teeTcbSvn2", 16, "mrServiceTd", 48);
        }
        if (bodyType >= 4) {
            builder.fields("vmId", 1, "tdId", 32, "deviceInfoHash", 48, "initialServiceTdHash", 48);
            builder.fields("initialServiceTdAttributes", 8, "initialCpuSvn", 16, "initialTeeTcbSvn", 16);
            builder.fields("initialTeeFmspc", 12, "currentServiceTdHash", 48, "currentServiceTdAttributes", 8);
        }
        return builder;
    }

    private void base() {
        fields("teeTcbSvn", 16, "mrSeam", 48, "mrSignerSeam", 48, "seamAttributes", 8, "tdAttributes", 8, "xfam", 8);
        fields("mrTd", 48, "mrConfigId", 48, "mrOwner", 48, "mrOwnerConfig", 48);
        fields("rtmr0", 48, "rtmr1", 48, "rtmr2", 48, "rtmr3", 48, "reportData", 64);
    }

    private void fields(Object... namesAndSizes) {
        for (int i = 0; i < namesAndSizes.length; i += 2) {
            body.put((String) namesAndSizes[i], filled((Integer) namesAndSizes[i + 1], 0x40 + 3 * body.size()));
        }
    }

    /** Bytes that differ from each other and, by the seed, from those of other fields. */
    static byte[] filled(int size, int seed) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (seed + 5 * i);
        }
        return bytes;
    }

    byte[] build() {
        byte[] report = concat(body.values().toArray(byte[][]::new));
        byte[] header = concat(le(2, version), le(2, keyType), le(4, teeType), reserved, qeVendorId, userData);
        byte[] descriptor = version == 5 ? concat(le(2, bodyType), le(4, or(bodySize, report.length))) : new byte[0];
        byte[] data = signatureData();
        return concat(header, descriptor, report, le(4, or(signatureDataLength, data.length)), data, trailing);
    }

    private byte[] signatureData() {
        byte[] outer = concat(
                qeReport,
                qeReportSignature,
                le(2, authenticationLength == null ? authentication.length : authenticationLength),
                authentication,
                le(2, innerType),
                le(4, or(innerLength, inner.length)),
                inner,
                extraInOuter);
        return concat(
                signature,
                attestationKey,
                le(2, outerType),
                le(4, or(outerLength, outer.length)),
                outer,
                extraInSignatureData);
    }

    private static long or(@Nullable Long override, long natural) {
        return override == null ? natural : override;
    }

    static byte[] le(int size, long value) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (value >> (8 * i));
        }
        return bytes;
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
