package dev.assay.testvectors.intel;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * A JSON value in the making: order is kept, a name may be there twice, a literal may be nonsense. Immutable.
 *
 * <p>Places inside a value are named by paths: names and indices with slashes between them, such as
 * {@code tcbLevels/0/tcb/pcesvn}. Of members with the same name a path means the first.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonLiteral {
    /**
     * The value without white space, as Intel serves it.
     *
     * @return its text
     */
    default String compact() {
        return JsonText.compact(this);
    }

    /**
     * The value with line feeds and two spaces for each level.
     *
     * @return its text
     */
    default String pretty() {
        return JsonText.pretty(this);
    }

    /**
     * What is at a place.
     *
     * @param path the place
     * @return the value there
     * @throws NoSuchElementException if there is no such place
     */
    default JsonValue at(String path) {
        JsonValue[] found = new JsonValue[1];
        JsonPath.edit(this, path, member -> {
            found[0] = member.value();
            return List.of(member);
        });
        return found[0];
    }

    /**
     * Puts another value in a place.
     *
     * @param path the place
     * @param value the new value
     * @return a changed copy
     * @throws NoSuchElementException if there is no such place
     */
    default JsonValue with(String path, JsonValue value) {
        return change(path, old -> value);
    }

    /**
     * Changes the value in a place.
     *
     * @param path the place
     * @param change gets the present value, gives the new
     * @return a changed copy
     * @throws NoSuchElementException if there is no such place
     */
    default JsonValue change(String path, Function<JsonValue, JsonValue> change) {
        return JsonPath.edit(
                this, path, member -> List.of(new JsonMember(member.name(), change.apply(member.value()))));
    }

    /**
     * Leaves the member or item in a place out.
     *
     * @param path the place
     * @return a changed copy
     * @throws NoSuchElementException if there is no such place
     */
    default JsonValue without(String path) {
        return JsonPath.edit(this, path, member -> List.of());
    }

    /**
     * Puts the member or item in a place twice, one right after the other.
     *
     * @param path the place
     * @return a changed copy
     * @throws NoSuchElementException if there is no such place
     */
    default JsonValue duplicated(String path) {
        return JsonPath.edit(this, path, member -> List.of(member, member));
    }

    /**
     * Gives a member another name.
     *
     * @param path its place
     * @param name the new name
     * @return a changed copy
     * @throws NoSuchElementException if there is no such place
     */
    default JsonValue renamed(String path, String name) {
        return JsonPath.edit(this, path, member -> List.of(new JsonMember(name, member.value())));
    }

    /**
     * Puts another member or item after the one in a place.
     *
     * @param path the place
     * @param name the new member's name; an array ignores it
     * @param value the new value
     * @return a changed copy
     * @throws NoSuchElementException if there is no such place
     */
    default JsonValue andAfter(String path, String name, JsonValue value) {
        return JsonPath.edit(this, path, member -> List.of(member, new JsonMember(name, value)));
    }
}
