package dev.assay.endorsement;

import dev.assay.endorsement.StrictJson.JsonArray;
import dev.assay.endorsement.StrictJson.JsonNumber;
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
    private static final int MOST_ADVISORIES = 256;
    private static final int LONGEST_ADVISORY = 64;

    /** The members of the outermost object. */
    static JsonMembers of(String root, JsonObject object) {
        return new JsonMembers(JsonPath.of(root), object);
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) throws UnreadableException {
        if (value(name) instanceof JsonText text) {
            return text.text();
        }
        throw wrong(name, "text");
    }

    int integer(String name, int largest) throws UnreadableException {
        if (value(name) instanceof JsonNumber number && number.whole() >= 0 && number.whole() <= largest) {
            return (int) number.whole();
        }
        throw wrong(name, "a whole number from 0 to " + largest);
    }

    /** A list of exactly so many objects, each with a whole number of one byte under the same name. */
    Bytes octets(String name, int count, String member) throws UnreadableException {
        List<Value> entries = values(name, count);
        if (entries.size() != count) {
            throw new UnreadableException(path + "." + name + " has " + entries.size() + " entries, expected " + count);
        }
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            if (!(entries.get(i) instanceof JsonObject entry)) {
                throw wrong(name, "a list of objects");
            }
            if (entry.get(member) instanceof JsonNumber number && number.whole() >= 0 && number.whole() <= 0xFF) {
                octets[i] = (byte) number.whole();
            } else {
                // Refuses it, and spells out its place, which is made for no other.
                new JsonMembers(path.member(name).entry(i), entry).integer(member, 0xFF);
            }
        }
        return Bytes.copyOf(octets);
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
        return object.get(name);
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
        Value value = object.get(name);
        if (value == null) {
            throw new UnreadableException(path + "." + name + " is missing");
        }
        return value;
    }

    private UnreadableException wrong(String name, String expected) {
        return new UnreadableException(path + "." + name + " is not " + expected);
    }
}
