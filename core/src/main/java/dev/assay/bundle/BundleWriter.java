package dev.assay.bundle;

import dev.assay.bundle.json.SummaryJson;
import dev.assay.model.Bytes;
import dev.assay.result.json.JsonWriter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes bundles. Members stand in the order in which the documentation names them. */
final class BundleWriter {
    private BundleWriter() {}

    static String text(Bundle bundle) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("format", BundleReader.FORMAT);
        members.put("version", BundleReader.VERSION);
        members.put("at", bundle.at().toString());
        bundle.evidence().ifPresent(bytes -> members.put("evidence", content(new LinkedHashMap<>(), bytes)));
        List<Map<String, Object>> items =
                bundle.items().stream().map(BundleWriter::item).toList();
        members.put("endorsements", items);
        bundle.earlier().ifPresent(earlier -> members.put("earlier", SummaryJson.write(earlier)));
        return JsonWriter.compact(members) + "\n";
    }

    private static Map<String, Object> item(BundleItem item) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", item.kind().label());
        members.put("origin", item.origin());
        return content(members, item.bytes());
    }

    private static Map<String, Object> content(Map<String, Object> members, Bytes bytes) {
        members.put("sha256", bytes.sha256().hex());
        members.put("bytes", Base64.getEncoder().encodeToString(bytes.toArray()));
        return members;
    }
}
