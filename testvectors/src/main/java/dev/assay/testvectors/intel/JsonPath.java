package dev.assay.testvectors.intel;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Changes one place inside a JSON value. Items of arrays are treated as members whose name is their index. */
final class JsonPath {
    private JsonPath() {}

    static JsonValue edit(JsonValue value, String path, Function<JsonMember, List<JsonMember>> change) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return editMember(value, path, change);
        }
        String first = path.substring(0, slash);
        String rest = path.substring(slash + 1);
        return editMember(
                value, first, member -> List.of(new JsonMember(member.name(), edit(member.value(), rest, change))));
    }

    private static JsonValue editMember(JsonValue value, String name, Function<JsonMember, List<JsonMember>> change) {
        List<JsonMember> members = new ArrayList<>();
        boolean found = false;
        for (JsonMember member : members(value)) {
            boolean here = !found && member.name().equals(name);
            members.addAll(here ? change.apply(member) : List.of(member));
            found |= here;
        }
        if (!found) {
            throw new NoSuchElementException("there is no " + name + " in " + value.compact());
        }
        return value instanceof JsonArray ? JsonArray.of(members, JsonMember::value) : new JsonObject(members);
    }

    private static List<JsonMember> members(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members();
        }
        List<JsonMember> members = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (JsonValue item : array.items()) {
                members.add(new JsonMember(Integer.toString(members.size()), item));
            }
        }
        return members;
    }
}
