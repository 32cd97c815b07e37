package dev.assay.endorsement;

import dev.assay.endorsement.StrictJson.JsonArray;
import dev.assay.endorsement.StrictJson.JsonNumber;
import dev.assay.endorsement.StrictJson.JsonObject;
import dev.assay.endorsement.StrictJson.JsonText;
import dev.assay.endorsement.StrictJson.Value;
import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members of one object of collateral by name and type, and refuses those that are missing or of another type.
 * Members that nobody asks for are no fault, as Intel's own parser has it: they are signed with the rest, and kept in it.
 */
record JsonMembers(JsonPath path, JsonObject object) {
    private static final int LONGEST_INTEGER = 10;
    private static final int MOST_ADVISORIES = 256;
    private static final int LONGEST_ADVISORY = 64;

    /** The members of the outermost object. */
    static JsonMembers of(String root, JsonObject object) {
        return new JsonMembers(JsonPath.of(root), object);
    }

    boolean has(String name) {
        return object.members().containsKey(name);
    }

    String text(String name) throws UnreadableException {
        if (value(name) instanceof JsonText text) {
            return text.text();
        }
        throw wrong(name, "text");
    }

    int integer(String name, int largest) throws UnreadableException {
        if (value(name) instanceof JsonNumber number && isWhole(number.digits())) {
            long value = Long.parseLong(number.digits());
            if (value <= largest) {
                return (int) value;
            }
        }
        throw wrong(name, "a whole number from 0 to " + largest);
    }

    private static boolean isWhole(String digits) {
        boolean whole = digits.length() <= LONGEST_INTEGER;
        for (int i = 0; whole && i < digits.length(); i++) {
            char c = digits.charAt(i);
            whole = c >= '0' && c <= '9';
        }
        return whole;
    }

    Bytes hex(String name, int size) throws UnreadableException {
        String text = text(name);
        if (text.length() == 2 * size) {
            try {
                return Bytes.fromHex(text);
            } catch (IllegalArgumentException e) {
                throw wrong(name, "hexadecimal");
            }
        }
        throw wrong(name, size + " bytes in hexadecimal");
    }

    Instant date(String name) throws UnreadableException {
        return UtcDate.read(text(name)).orElseThrow(() -> wrong(name, "a date like 2026-01-31T00:00:00Z"));
    }

    TcbStatus status(String name, Set<TcbStatus> allowed) throws UnreadableException {
        return TcbStatus.named(text(name))
                .filter(allowed::contains)
                .orElseThrow(() -> wrong(name, "a status that is known here"));
    }

    /** Absent means none. */
    List<String> advisories(String name) throws UnreadableException {
        if (!has(name)) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (Value value : values(name, MOST_ADVISORIES)) {
            if (!(value instanceof JsonText text)
                    || text.text().isEmpty()
                    || text.text().length() > LONGEST_ADVISORY) {
                throw wrong(name, "a list of short texts");
            }
            all.add(text.text());
        }
        return List.copyOf(all);
    }

    JsonMembers inner(String name) throws UnreadableException {
        if (value(name) instanceof JsonObject inner) {
            return new JsonMembers(path.member(name), inner);
        }
        throw wrong(name, "an object");
    }

    List<JsonMembers> inners(String name, int most) throws UnreadableException {
        List<JsonMembers> all = new ArrayList<>();
        JsonPath list = path.member(name);
        for (Value value : values(name, most)) {
            if (!(value instanceof JsonObject inner)) {
                throw wrong(name, "a list of objects");
            }
            all.add(new JsonMembers(list.entry(all.size()), inner));
        }
        return all;
    }

    @Nullable
    Value optional(String name) {
        return object.members().get(name);
    }

    private List<Value> values(String name, int most) throws UnreadableException {
        if (value(name) instanceof JsonArray array) {
            if (array.values().size() > most) {
                throw wrong(name, "at most " + most + " entries");
            }
            return array.values();
        }
        throw wrong(name, "a list");
    }

    private Value value(String name) throws UnreadableException {
        Value value = object.members().get(name);
        if (value == null) {
            throw new UnreadableException(path + "." + name + " is missing");
        }
        return value;
    }

    private UnreadableException wrong(String name, String expected) {
        return new UnreadableException(path + "." + name + " is not " + expected);
    }
}
