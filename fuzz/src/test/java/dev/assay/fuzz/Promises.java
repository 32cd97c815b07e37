package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

/**
 * What every entry promises, whatever the input: no exception but the documented one, the same answer each time, work
 * linear in the input's size, and the caller's array left alone.
 */
final class Promises {
    private Promises() {}

    /** Looks at an input and tells all that there is to tell of it. */
    @FunctionalInterface
    interface Look {
        String at(byte[] input) throws Exception;
    }

    /** Holds an entry to its promises. */
    static void hold(byte[] input, Class<? extends Exception> documented, Look look) {
        byte[] given = input.clone();
        String[] answer = new String[1];
        Work.isLinear(input.length, () -> answer[0] = answer(given, documented, look));
        assertArrayEquals(input, given, "the caller's array was changed");
        assertEquals(answer[0], answer(given, documented, look), "two answers for the same input");
    }

    /** The same where a look is so expensive that the second one is only taken at one input in eight. */
    static void holdCostly(byte[] input, Class<? extends Exception> documented, Look look) {
        if (Arrays.hashCode(input) % 8 == 0) {
            hold(input, documented, look);
        } else {
            answer(input.clone(), documented, look);
        }
    }

    /** Holds an entry that has an answer to everything. */
    static void holdTotal(byte[] input, Look look) {
        hold(input, Never.class, look);
    }

    private static String answer(byte[] given, Class<? extends Exception> documented, Look look) {
        try {
            return look.at(given);
        } catch (Exception e) {
            if (documented.isInstance(e) && e.getMessage() != null) {
                return "refused: " + e.getMessage();
            }
            throw new AssertionError("not a documented exception: " + e, e);
        }
    }

    /** Documented for entries that have an answer to everything. */
    static final class Never extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
