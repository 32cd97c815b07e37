package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.StrictJson.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of few members, which are searched, and of many, which are looked up. */
class JsonObjectTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 12, 13, 14, 100})
    void everyMemberIsFoundByItsNameAndComesInItsPlace(int count) {
        List<JsonNumber> values =
                IntStream.range(0, count).mapToObj(JsonNumber::new).toList();
        JsonObject.Builder builder = new JsonObject.Builder(3);
        for (int i = 0; i < count; i++) {
            assertTrue(builder.add("name" + i, values.get(i)));
        }
        for (int i = 0; i < count; i++) {
            assertFalse(builder.add("name" + i, new JsonNumber(-1)), "name " + i + " is there already");
        }
        JsonObject object = builder.build(7);
        assertEquals(3, object.start());
        assertEquals(7, object.end());
        for (int i = 0; i < count; i++) {
            assertSame(values.get(i), object.get("name" + i));
            assertTrue(object.has("name" + i));
        }
        assertFalse(object.has("name" + count));
        assertNull(object.get("name" + count));
        List<String> seen = new ArrayList<>();
        object.forEach((name, value) -> {
            assertSame(values.get(seen.size()), value);
            seen.add(name);
        });
        assertEquals(IntStream.range(0, count).mapToObj(i -> "name" + i).toList(), seen);
    }
}
