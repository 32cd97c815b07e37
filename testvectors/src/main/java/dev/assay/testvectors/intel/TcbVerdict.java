package dev.assay.testvectors.intel;

import java.util.List;

/**
 * What every kind of TCB level ends with.
 *
 * @param date since when a platform of this level has been up to date, RFC 3339
 * @param status the status, for instance {@link TdxStatus#label}
 * @param advisories the security advisories that apply to it; none leaves the member out
 */
public record TcbVerdict(String date, String status, List<String> advisories) {
    /**
     * Keeps a copy of the list.
     *
     * @param date since when a platform of this level has been up to date
     * @param status the status
     * @param advisories the security advisories that apply to it
     */
    public TcbVerdict {
        advisories = List.copyOf(advisories);
    }

    /**
     * Makes a verdict.
     *
     * @param day the date, for instance {@code 2025-08-13}; midnight UTC is added
     * @param status the status
     * @param advisories the security advisories
     * @return the verdict
     */
    public static TcbVerdict of(String day, TdxStatus status, String... advisories) {
        return new TcbVerdict(day + "T00:00:00Z", status.label(), List.of(advisories));
    }

    /**
     * Changes the status alone.
     *
     * @param value any text
     * @return a changed copy
     */
    public TcbVerdict withStatus(String value) {
        return new TcbVerdict(date, value, advisories);
    }

    JsonObject appendTo(JsonObject level) {
        JsonObject json = level.and("tcbDate", date).and("tcbStatus", status);
        return advisories.isEmpty() ? json : json.and("advisoryIDs", JsonArray.of(advisories, JsonLiteral::text));
    }
}
