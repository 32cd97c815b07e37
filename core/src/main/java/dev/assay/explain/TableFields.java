package dev.assay.explain;

import dev.assay.snp.CertificateTable;
import dev.assay.snp.CertificateTableEntry;
import dev.assay.snp.UnclaimedBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes the certificate table behind a report. */
final class TableFields {
    private TableFields() {}

    static List<Field> of(CertificateTable table) {
        List<UnclaimedBytes> unclaimed = table.unclaimed();
        return unclaimed.isEmpty() ? List.of(entries(table)) : List.of(entries(table), unclaimed(unclaimed));
    }

    private static Field entries(CertificateTable table) {
        List<Object> values = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (CertificateTableEntry entry : table.entries()) {
            String kind = entry.kind().map(Enum::name).orElse("unknown");
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("guid", entry.guid().toString());
            value.put("kind", kind);
            value.put("offset", (long) entry.offset());
            value.put("length", (long) entry.content().length());
            value.put("sha256", entry.content().sha256().hex());
            values.add(value);
            lines.add(
                    entry.guid() + " " + kind + ", " + entry.content().length() + " bytes at offset " + entry.offset());
        }
        String count = values.size() == 1 ? "1 entry" : values.size() + " entries";
        return new Field("certificateTable", "entries", values, count, lines);
    }

    private static Field unclaimed(List<UnclaimedBytes> all) {
        List<Object> values = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (UnclaimedBytes run : all) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("offset", (long) run.offset());
            value.put("bytes", run.content().hex());
            values.add(value);
            lines.add(run.content() + " at offset " + run.offset());
        }
        return new Field(
                "certificateTableUnclaimed",
                "unclaimed",
                values,
                "bytes that belong to no entry, and mean nothing",
                lines);
    }
}
