package dev.assay.result;

import java.util.OptionalInt;

/**
 * One security version number beside the least that the policy accepts.
 *
 * @param version which TCB version it is part of, for instance {@code reported}; or which part of a TDX platform has too
 *     low a status, for instance {@code TDX module}
 * @param component which part, for instance {@code microcode}
 * @param actual the number that the evidence states
 * @param floor the least that the policy accepts, or that the nearest level with a status that it accepts demands; empty
 *     if it does not say
 */
public record TcbRow(String version, String component, int actual, OptionalInt floor) {
    /**
     * Tells whether the number is too low.
     *
     * @return true if there is a floor and the number is below it
     */
    public boolean below() {
        return floor.isPresent() && actual < floor.getAsInt();
    }
}
