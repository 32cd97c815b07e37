package dev.assay.bundle;

import dev.assay.model.Bytes;
import dev.assay.result.PolicyReference;
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
        bundle.earlier().ifPresent(earlier -> members.put("earlier", earlier(earlier)));
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

    private static Map<String, Object> earlier(ResultSummary earlier) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verdict", earlier.verdict().label());
        members.put("codes", earlier.codes());
        earlier.tcbStatus().ifPresent(status -> members.put("tcbStatus", status.label()));
        members.put("advisories", earlier.advisories());
        members.put("policy", policy(earlier.policy()));
        members.put("sha256", earlier.sha256().hex());
        return members;
    }

    private static Map<String, Object> policy(PolicyReference policy) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", policy.id());
        members.put("version", policy.version());
        members.put("sha256", policy.sha256().hex());
        return members;
    }
}
