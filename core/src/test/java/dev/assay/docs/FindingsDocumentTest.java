package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.assay.model.FindingCode;
import dev.assay.model.Malformation;
import dev.assay.verify.SnpCheck;
import dev.assay.verify.TdxCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of all codes says what the code says. */
class FindingsDocumentTest {
    private static final String DOCUMENT = "docs/findings.md";

    @Test
    void theDocumentIsWhatTheSourceSays() throws IOException {
        if (Boolean.getBoolean("assay.docs.write")) {
            Files.writeString(ProjectFiles.root().resolve(DOCUMENT), FindingsDocument.text());
        }
        assertEquals(
                FindingsDocument.text(),
                ProjectFiles.read(DOCUMENT),
                DOCUMENT + " is out of date; its head says how to write it anew");
    }

    @Test
    void everyEnumerationOfCodesIsInTheDocument() {
        Set<String> defined = new ClassFileImporter()
                .importPackages("dev.assay").stream()
                        .filter(type -> type.isAssignableTo(FindingCode.class) && type.isEnum())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertEquals(FindingsDocument.CODES.stream().map(Class::getName).collect(Collectors.toSet()), defined);
    }

    @Test
    void noTwoCodesAreTheSameAndAllAreLowerCaseWords() {
        List<String> codes = Stream.of(
                        Arrays.stream(SnpCheck.values()).map(SnpCheck::code),
                        Arrays.stream(TdxCheck.values()).map(TdxCheck::code),
                        Arrays.stream(Malformation.values()).map(Malformation::code))
                .flatMap(all -> all)
                .toList();
        assertEquals(codes.size(), new HashSet<>(codes).size());
        codes.forEach(code -> assertTrue(code.matches("[a-z0-9]+([.-][a-z0-9]+)*"), code));
    }

    @Test
    void aConstantWithoutACommentIsFound() {
        ConstantComments comments = ConstantComments.inSource("""
                /** One with {@code code},
                 * on two lines. */
                FIRST("a"),
                SECOND("b");
                """);
        assertEquals("One with `code`, on two lines.", comments.on("FIRST"));
        assertThrows(IllegalStateException.class, () -> comments.on("SECOND"));
    }
}
