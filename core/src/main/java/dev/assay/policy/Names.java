package dev.assay.policy;

import java.util.Locale;

/** Spells names of bits as codes and members. */
final class Names {
    private Names() {}

    /** From {@code SEPT_VE_DISABLE} or {@code singleSocket} to {@code sept-ve-disable} and {@code single-socket}. */
    static String code(String name) {
        return name.indexOf('_') >= 0 || name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT).replace('_', '-')
                : name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** From {@code SEPT_VE_DISABLE} to {@code septVeDisable}. */
    static String member(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
            name.append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
