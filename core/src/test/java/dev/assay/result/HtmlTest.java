package dev.assay.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text on pages: escaped, whatever it is, with digits that can be compared. */
class HtmlTest {
    @ParameterizedTest
    @CsvSource({
        "0x20, ' '",
        "0x1F, &#65533;",
        "0x00, &#65533;",
        "0x7E, ~",
        "0x7F, &#65533;",
        "0x85, &#65533;",
        "0x200B, &#65533;",
        "0x202E, &#65533;",
        "0x2028, &#65533;",
        "0x2066, &#65533;",
        "0xE0041, &#65533;",
        "0x26, &#38;",
        "0x3C, &#60;",
        "0xE9, &#233;",
        "0xD7FF, &#55295;",
        "0xD800, &#65533;",
        "0xDFFF, &#65533;",
        "0xE000, &#57344;",
        "0x1F600, &#128512;"
    })
    void everyCharacterIsSafe(int character, String written) {
        assertEquals(written, Html.escaped(Character.toString(character)));
    }

    @Test
    void linesAndColumnsStay() {
        assertEquals("a\nb\tc", Html.escaped("a\nb\tc"));
        assertEquals("a&#65533;b", Html.escaped("a\rb"));
    }

    @ParameterizedTest
    @CsvSource({
        "00112233445, 00112233445",
        "001122334455, <code>001122334455</code>",
        "0x001122334455, <code>0x001122334455</code>",
        "x001122334455, x<code>001122334455</code>",
        "of 0x001122334455g0x001122334455, of <code>0x001122334455</code>g<code>0x001122334455</code>",
        "key 001122334455 and, key <code>001122334455</code> and",
        "001122334455g0AbCdEf012345, <code>001122334455</code>g<code>0AbCdEf012345</code>",
        "'<001122334455', '&#60;<code>001122334455</code>'",
        "'', ''"
    })
    void longDigitsStandInAFaceOfTheirOwn(String text, String written) {
        String page = new Html().text(text).document("");
        assertTrue(page.contains("<body>\n" + written + "</body>"), page.substring(page.indexOf("<body>")));
    }

    @Test
    void notesAndRowsCanFollowEachOther() {
        String page = new Html()
                .note("one")
                .note("two")
                .table("a", "b")
                .row("", "c", "d")
                .row("failed", "e", "f")
                .endTable()
                .document("title <");
        assertTrue(page.contains("<title>title &#60;</title>"));
        assertTrue(page.contains("<p class=\"note\">one</p>\n<p class=\"note\">two</p>\n"));
        assertTrue(page.contains("<tr><td>c</td>\n<td>d</td>\n</tr>\n<tr class=\"failed\"><td>e</td>"));
    }
}
