package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** As a set that keeps its order, whether few or many. */
class DistinctTest {
    @Property
    void itHoldsWhatALinkedSetHolds(@ForAll @Size(max = 60) List<@IntRange(max = 25) Integer> given) {
        Distinct<Integer> distinct = new Distinct<>(number -> Bytes.copyOf(new byte[] {number.byteValue()}));
        List<Integer> first = given.subList(0, given.size() / 2);
        List<Integer> rest = given.subList(given.size() / 2, given.size());
        first.forEach(distinct::add);
        distinct.addAll(rest);
        assertEquals(new ArrayList<>(new LinkedHashSet<>(given)), distinct.list());
        assertEquals(distinct.list().size(), distinct.size());
    }

    /** Whoever makes certificates can make their hash codes equal; their bytes have an order all the same. */
    @Example
    void manyOfOneHashCodeAreToldApart() {
        List<Bytes> all = IntStream.range(0, 1 << 12)
                .mapToObj(DistinctTest::ofOneHashCode)
                .toList();
        assertEquals(1, all.stream().map(Bytes::hashCode).distinct().count());
        Distinct<Bytes> distinct = new Distinct<>(Function.identity());
        distinct.addAll(all);
        distinct.addAll(all);
        assertEquals(all, distinct.list());
    }

    private static Bytes ofOneHashCode(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 12; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return Bytes.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
