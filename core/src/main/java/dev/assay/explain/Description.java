package dev.assay.explain;

import dev.assay.model.Irregularity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that evidence says of itself.
 *
 * @param format what it is: {@code sev-snp-report} or {@code tdx-quote}
 * @param title the same for people
 * @param sections its fields in groups
 * @param unauthenticated what a person must be told before reading on
 * @param irregularities what lenient decoding let pass
 */
public record Description(
        String format,
        String title,
        List<Section> sections,
        String unauthenticated,
        List<Irregularity> irregularities) {
    /**
     * Keeps its own copies of the lists.
     *
     * @param format what it is
     * @param title the same for people
     * @param sections its fields in groups
     * @param unauthenticated what a person must be told before reading on
     * @param irregularities what lenient decoding let pass
     */
    public Description {
        sections = List.copyOf(sections);
        irregularities = List.copyOf(irregularities);
    }

    /**
     * The JSON form: {@code format}, {@code authenticated} (always false here), one member for each field under its
     * name, {@code irregularities}. The order is that of the fields; members are only ever added, never renamed.
     *
     * @return a new map of JSON values
     */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("format", format);
        members.put("authenticated", false);
        for (Section section : sections) {
            for (Field field : section.fields()) {
                members.put(field.name(), field.value());
            }
        }
        members.put(
                "irregularities",
                irregularities.stream().map(Description::member).toList());
        return members;
    }

    private static Map<String, Object> member(Irregularity irregularity) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("reason", irregularity.reason().code());
        member.put("offset", irregularity.offset());
        member.put("field", irregularity.field());
        member.put("detail", irregularity.detail());
        return member;
    }
}
