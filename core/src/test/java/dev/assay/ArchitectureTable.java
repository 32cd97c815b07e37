package dev.assay;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which package of the library may use which: data flows from decoding to verification to appraisal and never back. */
final class ArchitectureTable {
    private static final String ROOT = "dev.assay";
    private static final String MODEL = "dev.assay.model";
    private static final String SNP = "dev.assay.snp";
    private static final String TDX = "dev.assay.tdx";
    private static final String EXPLAIN = "dev.assay.explain";
    private static final String ENDORSEMENT = "dev.assay.endorsement";
    private static final String ONLINE = "dev.assay.endorsement.online";
    private static final String VERIFY = "dev.assay.verify";
    private static final String POLICY = "dev.assay.policy";
    private static final String RESULT = "dev.assay.result";
    private static final String X509 = "dev.assay.x509";
    private static final String JSON = "dev.assay.result.json";
    private static final String BUNDLE = "dev.assay.bundle";
    private static final String BUNDLE_JSON = "dev.assay.bundle.json";
    private static final String REAPPRAISAL = "dev.assay.reappraisal";

    /** From each package to those that it may use besides itself. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry(MODEL, Set.of()),
            Map.entry(SNP, Set.of(MODEL)),
            Map.entry(TDX, Set.of(MODEL)),
            Map.entry(EXPLAIN, Set.of(MODEL, SNP, TDX)),
            Map.entry(X509, Set.of(MODEL)),
            Map.entry(ENDORSEMENT, Set.of(MODEL, SNP, TDX, X509)),
            Map.entry(ONLINE, Set.of(MODEL, SNP, ENDORSEMENT)),
            Map.entry(VERIFY, Set.of(MODEL, SNP, TDX, ENDORSEMENT, X509)),
            Map.entry(POLICY, Set.of(MODEL, SNP, TDX, ENDORSEMENT, VERIFY, RESULT, JSON)),
            Map.entry(RESULT, Set.of(MODEL, SNP, TDX, ENDORSEMENT, VERIFY, JSON)),
            Map.entry(JSON, Set.of()),
            Map.entry(BUNDLE, Set.of(ROOT, MODEL, SNP, TDX, ENDORSEMENT, VERIFY, RESULT, JSON, BUNDLE_JSON)),
            Map.entry(BUNDLE_JSON, Set.of(MODEL, RESULT, JSON)),
            Map.entry(
                    REAPPRAISAL,
                    Set.of(ROOT, MODEL, SNP, TDX, ENDORSEMENT, VERIFY, POLICY, RESULT, JSON, BUNDLE, BUNDLE_JSON)),
            Map.entry(ROOT, Set.of(MODEL, SNP, TDX, EXPLAIN, ENDORSEMENT, VERIFY, POLICY, RESULT)));

    private ArchitectureTable() {}

    static ArchRule rule(String user, Set<String> used) {
        String[] allowed = Stream.concat(Stream.of(user), used.stream()).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(user)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("dev.assay..")).or(resideInAnyPackage(allowed)))
                .as(user + " uses of the library only " + used);
    }
}
