package dev.assay.reappraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.assay.bundle.BundleItem;
import dev.assay.bundle.ItemKind;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is remembered of endorsements that were read, counted in certificates that are all of the same size. */
class ItemMemoryTest {
    /** Certificates of 18 chips. */
    private static final List<BundleItem> LEAVES =
            IntStream.range(0, 18).mapToObj(ItemMemoryTest::leaf).toList();

    private static final int SIZE = LEAVES.get(0).bytes().length();

    private static BundleItem leaf(int chip) {
        AmdHierarchy milan = AmdHierarchy.create(AmdProduct.MILAN, 0);
        byte[] hwId = new byte[64];
        hwId[0] = (byte) (chip + 1);
        byte[] der = milan.leaf(VekKind.VCEK, milan.product().tcb(), hwId);
        return new BundleItem(ItemKind.CERTIFICATE, "chip " + chip, Bytes.copyOf(der));
    }

    @BeforeAll
    static void allHaveTheSameSize() {
        LEAVES.forEach(item -> assertEquals(SIZE, item.bytes().length()));
    }

    private static void read(ItemMemory memory, int from, int to) {
        LEAVES.subList(from, to).forEach(memory::read);
    }

    @Test
    void anItemOfASixteenthOfTheCapacityIsRememberedAndALargerOneIsReadEachTime() {
        BundleItem item = LEAVES.get(0);
        ItemMemory memory = new ItemMemory(16L * SIZE);
        assertSame(memory.read(item), memory.read(item));
        assertEquals(1, memory.size());
        ItemMemory small = new ItemMemory(16L * SIZE - 16);
        Endorsements read = small.read(item);
        assertEquals(1, read.certificates().size());
        assertNotSame(read, small.read(item));
        assertEquals(0, small.size());
    }

    @Test
    void equalBytesAreReadOnceWhateverTheyAreCalled() {
        ItemMemory memory = new ItemMemory(16L * SIZE);
        BundleItem renamed =
                new BundleItem(ItemKind.OTHER, "another", LEAVES.get(0).bytes());
        assertSame(memory.read(LEAVES.get(0)), memory.read(renamed));
        assertEquals(1, memory.size());
    }

    @Test
    void whatCannotBeReadIsNamedByWhoGaveItEachTime() {
        ItemMemory memory = new ItemMemory(1 << 20);
        for (String origin : List.of("x", "y")) {
            Endorsements read = memory.read(new BundleItem(ItemKind.OTHER, origin, Bytes.empty()));
            assertEquals(origin, read.unreadable().get(0).name());
        }
        assertEquals(0, memory.size());
    }

    /** Eight fill half of it; the ninth makes it forget what was there before the first. */
    @Test
    void eachTimeThatMoreThanHalfWasFilledTheHalfBeforeIsForgotten() {
        ItemMemory memory = new ItemMemory(16L * SIZE);
        read(memory, 0, 8);
        assertEquals(8, memory.size());
        read(memory, 8, 9);
        assertEquals(9, memory.size());
        read(memory, 9, 16);
        assertEquals(16, memory.size());
        read(memory, 16, 17);
        assertEquals(17, memory.size());
        read(memory, 17, 18);
        assertEquals(9, memory.size());
    }

    @Test
    void whatIsAskedForAgainIsNotForgottenWithTheOthers() {
        ItemMemory memory = new ItemMemory(16L * SIZE);
        Endorsements first = memory.read(LEAVES.get(0));
        Endorsements second = memory.read(LEAVES.get(1));
        read(memory, 2, 9);
        assertSame(first, memory.read(LEAVES.get(0)));
        read(memory, 9, 17);
        assertSame(first, memory.read(LEAVES.get(0)));
        assertNotSame(second, memory.read(LEAVES.get(1)));
    }
}
