package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names with equal hash codes are cheap to make, so that a table of them needs an order besides. */
class FactNameTest {
    private static final Bytes ONE = Bytes.fromHex("00000000ff01");
    private static final Bytes TWO = Bytes.fromHex("00000000ff02");

    @Test
    void namesHaveAnOrderByAllOfTheirParts() {
        FactName least = new FactName("a", "a", ONE, ONE);
        assertEquals(0, least.compareTo(new FactName("a", "a", Bytes.fromHex(ONE.hex()), ONE)));
        for (FactName more : List.of(
                new FactName("b", "a", ONE, ONE),
                new FactName("a", "b", ONE, ONE),
                new FactName("a", "a", TWO, ONE),
                new FactName("a", "a", ONE, TWO))) {
            assertTrue(least.compareTo(more) < 0, more::toString);
            assertTrue(more.compareTo(least) > 0, more::toString);
        }
        assertEquals(least.hashCode(), new FactName("a", "a", TWO, ONE).hashCode());
    }
}
