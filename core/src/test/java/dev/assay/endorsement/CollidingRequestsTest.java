package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.TcbVersion;
import dev.assay.testvectors.amd.SnpSimulator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever chooses chip identities can make the hash codes of requests equal; their keys have an order all the same. */
class CollidingRequestsTest {
    private static final int BITS = 10;
    private static final List<EndorsementRequest> ALL = IntStream.range(0, 1 << BITS)
            .mapToObj(CollidingRequestsTest::ofOneHashCode)
            .toList();

    private static EndorsementRequest ofOneHashCode(int number) {
        StringBuilder text = new StringBuilder("\0".repeat(64 - 2 * BITS));
        for (int bit = 0; bit < BITS; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return new EndorsementRequest.Vcek(
                Product.MILAN,
                Bytes.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII)),
                new TcbVersion(Product.MILAN.tcbLayout(), Bytes.fromHex("0000000000000000")));
    }

    private static SourceAnswer none(EndorsementRequest request) {
        return new SourceAnswer.NotFound("service", request.key());
    }

    @Test
    void requestsOfOneHashCodeHaveKeysOfTheirOwn() {
        assertEquals(1, ALL.stream().map(Object::hashCode).distinct().count());
        assertEquals(
                ALL.size(), ALL.stream().map(EndorsementRequest::key).distinct().count());
    }

    @Test
    void manyOfOneHashCodeAreToldApartInMemory() {
        List<EndorsementRequest> asked = new ArrayList<>();
        EndorsementSource service = request -> {
            asked.add(request);
            return none(request);
        };
        EndorsementSource remembering =
                service.remembering(EndorsementCache.inMemory(1), CacheRules.defaults(), () -> SnpSimulator.AT);
        for (int round = 0; round < 2; round++) {
            ALL.forEach(request -> assertEquals(none(request), remembering.fetch(request)));
        }
        assertEquals(ALL, asked);
    }

    /** The one who leads each of them asks for the next, so that in the end all are under way at once. */
    @Test
    void manyOfOneHashCodeAreToldApartWhileTheyAreUnderWay() {
        AtomicInteger asked = new AtomicInteger();
        EndorsementSource[] sharing = new EndorsementSource[1];
        EndorsementSource service = request -> {
            int next = asked.incrementAndGet();
            if (next < 256) {
                assertEquals(none(ALL.get(next)), sharing[0].fetch(ALL.get(next)));
            }
            return none(request);
        };
        sharing[0] = service.sharing();
        assertEquals(none(ALL.get(0)), sharing[0].fetch(ALL.get(0)));
        assertEquals(256, asked.get());
    }

    /** A key that counts how often it is compared, in one way or the other. */
    private record Counting(int number, AtomicInteger comparisons) implements Comparable<Counting> {
        @Override
        public int compareTo(Counting other) {
            comparisons.incrementAndGet();
            return Integer.compare(number, other.number);
        }

        @Override
        public boolean equals(Object other) {
            comparisons.incrementAndGet();
            return other instanceof Counting that && that.number == number;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Test
    void aBoundedMapComparesFewOfManyKeysOfOneHashCode() {
        AtomicInteger comparisons = new AtomicInteger();
        int count = 1 << 12;
        BoundedMap<Counting, Integer> map = new BoundedMap<>(count);
        for (int i = 0; i < count; i++) {
            map.put(new Counting(i, comparisons), i);
        }
        for (int i = 0; i < count; i++) {
            assertEquals(Optional.of(i), map.find(new Counting(i, comparisons)));
        }
        // A search through half of them for each would be sixteen million.
        assertTrue(comparisons.get() < count * 200, () -> comparisons + " comparisons");
    }
}
