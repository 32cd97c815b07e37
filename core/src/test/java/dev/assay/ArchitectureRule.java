package dev.assay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.security.Security;
import java.time.Clock;
import java.util.Set;

/** What holds for every class of the library, each with the reason why. */
@SuppressWarnings("ImmutableEnumChecker") // ArchUnit does not annotate its rules, which never change
enum ArchitectureRule {
    /** Bouncy Castle is one of several implementations of signature checks, and is not to be loaded for anything else. */
    ONLY_VERIFICATION_SEES_BOUNCY_CASTLE(noClasses()
            .that()
            .resideOutsideOfPackage("dev.assay.verify")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")),

    /** A caller can use the library, and we exchange what it is built on, without minding each other. */
    NO_FOREIGN_TYPE_IN_A_PUBLIC_SIGNATURE(
            classes().that().arePublic().should(new OwnSignatures(Set.of("org.bouncycastle", "tools.jackson")))),

    /** A library has no business with the standard streams. */
    NOTHING_IS_PRINTED(noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")),

    /** The time to verify for is an argument; a result depends on nothing else. Only clients of services wait. */
    NOTHING_READS_THE_CLOCK(noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.assay.endorsement.online.SystemTiming")
            .should()
            .callMethodWhere(isNamed(Set.of("now", "currentTimeMillis", "nanoTime"), "java"))
            .orShould()
            .dependOnClassesThat(type(Clock.class))),

    /** Decoding, verification and appraisal are functions of their arguments; only sources of endorsements do I/O. */
    ONLY_SOURCES_OF_ENDORSEMENTS_DO_IO(noClasses()
            .that()
            .resideOutsideOfPackage("dev.assay.endorsement..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..")
                    .or(type(File.class))
                    .or(type(FileInputStream.class))
                    .or(type(FileOutputStream.class))
                    .or(type(RandomAccessFile.class)))),

    /** The network is used in one place, which nobody has to use. */
    ONLY_THE_ONLINE_PACKAGE_USES_THE_NETWORK(noClasses()
            .that()
            .resideOutsideOfPackage("dev.assay.endorsement.online")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "javax.net.."))),

    /** What changes belongs to an object that the caller made. */
    STATIC_FIELDS_ARE_FINAL(fields().that().areStatic().should().beFinal()),

    /** The same for what is behind the field; the compiler's own fields are left alone. */
    STATIC_FIELDS_HOLD_NOTHING_MUTABLE(fields().that()
            .areStatic()
            .and(describe("are written", f -> !f.getName().contains("$")))
            .should()
            .notHaveRawType(describe(
                    "a mutable type",
                    t -> t.isArray()
                            || t.getPackageName().equals("java.util.concurrent.atomic")
                            || t.isAssignableTo(java.util.AbstractCollection.class)
                            || t.isAssignableTo(java.util.AbstractMap.class)
                            || t.isAssignableTo(StringBuilder.class)))),

    /** The platform's providers are the application's to choose. */
    NO_PROVIDER_IS_REGISTERED(noClasses().should().dependOnClassesThat(type(Security.class))),

    /** What is called can be read in the source. */
    NOTHING_IS_CALLED_BY_REFLECTION(
            noClasses().should().dependOnClassesThat(resideInAnyPackage("java.lang.reflect..")));

    private final ArchRule rule;

    ArchitectureRule(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }

    private static DescribedPredicate<JavaCall<?>> isNamed(Set<String> names, String rootPackage) {
        return describe(
                "the method is one of " + names,
                call -> names.contains(call.getName())
                        && call.getTargetOwner().getPackageName().startsWith(rootPackage + "."));
    }
}
