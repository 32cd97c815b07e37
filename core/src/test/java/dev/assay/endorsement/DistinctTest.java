package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** As a set that keeps its order, whether few or many. */
class DistinctTest {
    @Property
    void itHoldsWhatALinkedSetHolds(@ForAll @Size(max = 60) List<@IntRange(max = 25) Integer> given) {
        Distinct<Integer> distinct = new Distinct<>();
        List<Integer> first = given.subList(0, given.size() / 2);
        List<Integer> rest = given.subList(given.size() / 2, given.size());
        first.forEach(distinct::add);
        distinct.addAll(rest);
        assertEquals(new ArrayList<>(new LinkedHashSet<>(given)), distinct.list());
        assertEquals(distinct.list().size(), distinct.size());
    }
}
