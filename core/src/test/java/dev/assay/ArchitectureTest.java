package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the library to its architecture. Every rule is also shown something that breaks it. */
class ArchitectureTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter().importPath(library());
    private static final JavaClasses OFFENDER = new ClassFileImporter().importClasses(ArchitectureOffender.class);

    @Test
    void everyPackageHasItsRowInTheTable() {
        Set<String> packages = LIBRARY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ArchitectureTable.MAY_USE.keySet()), packages);
    }

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        ArchitectureTable.MAY_USE.forEach(
                (user, used) -> ArchitectureTable.rule(user, used).check(LIBRARY));
    }

    @Test
    void aPackageThatUsesMoreThanItsRowIsFound() {
        assertTrue(ArchitectureTable.rule("dev.assay.verify", Set.of("dev.assay.model"))
                .evaluate(LIBRARY)
                .hasViolation());
    }

    @ParameterizedTest
    @EnumSource
    void theLibraryKeeps(ArchitectureRule rule) {
        rule.rule().check(LIBRARY);
    }

    @ParameterizedTest
    @EnumSource
    void aClassIsFoundThatBreaks(ArchitectureRule rule) {
        assertTrue(rule.rule().evaluate(OFFENDER).hasViolation());
    }

    /** The folder or jar that the library's classes are in, without those of its tests. */
    private static Path library() {
        try {
            return Path.of(Verifier.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
