package dev.assay.testvectors.suite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One vector as it goes into a manifest.
 *
 * @param id its name, unique in the whole set
 * @param given what the verifier is given
 * @param policy the text of an Assay policy
 * @param expected what must come of it
 * @param flags what it is an example of
 * @param because why the expectation holds, in a sentence
 * @param twin the valid vector that differs in nothing but what this one is about; empty in valid vectors
 */
record SuiteVector(
        String id,
        Given given,
        Optional<String> policy,
        Expected expected,
        List<Flag> flags,
        String because,
        Optional<String> twin) {
    SuiteVector {
        flags = List.copyOf(flags);
    }

    /** This vector with the remark that sound verifiers may judge it otherwise, and why. */
    SuiteVector debatable(String why) {
        List<Flag> more =
                Stream.concat(flags.stream(), Stream.of(Flag.DEBATABLE)).toList();
        return new SuiteVector(id, given, policy, expected, more, because + "; " + why, twin);
    }
}
