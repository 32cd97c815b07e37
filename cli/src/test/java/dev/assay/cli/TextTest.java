package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void disarmsTextThatWouldRewriteTheScreen() {
        assertEquals("\\u{1b}[2JVERIFIED\\u{a}", Printable.of("\u001B[2JVERIFIED\n"));
        assertEquals("a\\u{202e}b\\u{85}", Printable.of("a\u202Eb\u0085"));
        assertEquals("plain ~ text, Müller", Printable.of("plain ~ text, Müller"));
    }

    @Property(tries = 200)
    void neverPrintsAControlCharacter(@ForAll String text) {
        assertTrue(Printable.of(text)
                .codePoints()
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE));
    }

    @Test
    void coloursOnlyIfAsked() {
        Page plain = new Page(false);
        plain.line("no", Ink.RED);
        assertEquals("no\n", plain.toString());
        Page coloured = new Page(true);
        coloured.line("no", Ink.RED);
        assertEquals("\u001B[1;31mno\u001B[0m\n", coloured.toString());
    }

    @Test
    void cutsHexadecimalThatNobodyWouldRead() {
        Page page = new Page(false);
        page.entry(0, "x", 1, "ab".repeat(32 * 32));
        assertEquals(32, page.toString().lines().count());
        Page longer = new Page(false);
        longer.entry(0, "x", 1, "ab".repeat(32 * 32 + 1));
        assertTrue(longer.toString().endsWith("   ... 1025 bytes in all; --json has them\n"), longer.toString());
    }

    @Test
    void leavesSentencesAlone() {
        Page page = new Page(false);
        String sentence = "a sentence that is longer than sixty-four characters is not cut into pieces at all";
        page.entry(2, "label", 5, sentence);
        assertEquals("  label  " + sentence + "\n", page.toString());
    }

    @Test
    void writesJsonTheSameWayEverywhere() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("z", 1);
        members.put("a", List.of(true, 4294967295L, "é\u001B\"", List.of(), Map.of()));
        members.put("n", null);
        assertEquals("""
                {
                  "z": 1,
                  "a": [
                    true,
                    4294967295,
                    "\\u00E9\\u001B\\"",
                    [],
                    {}
                  ],
                  "n": null
                }
                """, JsonText.of(members));
    }

    @Test
    void writesNoValueThatItDoesNotKnow() {
        List<Object> values = new ArrayList<>();
        values.add(1.5);
        assertThrows(IllegalArgumentException.class, () -> JsonText.of(Map.of("x", values)));
        assertFalse(JsonText.of(Map.of()).contains("x"));
    }
}
