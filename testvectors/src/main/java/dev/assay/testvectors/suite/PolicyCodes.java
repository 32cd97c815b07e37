package dev.assay.testvectors.suite;

import java.util.Locale;

/** The way from the name of a policy's member to the code of its rule. */
final class PolicyCodes {
    private PolicyCodes() {}

    /** Words joined by hyphens, where the member begins each but the first with a capital: {@code smtEn} is {@code smt-en}. */
    static String of(String member) {
        return member.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
