package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementCollector;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.PlanOptions;
import dev.assay.snp.Product;
import dev.assay.verify.CrlMode;
import java.util.Optional;

/**
 * Completes the endorsements that are given with the vendors'. What cannot be had is said on standard error and left to
 * verification to judge: it is a reason to find less, never to fail.
 */
final class OnlineEndorsements {
    private final Optional<OnlineSettings> settings;
    private final Terminal terminal;

    OnlineEndorsements(Optional<OnlineSettings> settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** Everything given, and what was had besides; what could not be had is said. */
    Endorsements complete(Evidence evidence, Endorsements given, VerifySettings verify) throws UsageException {
        if (settings.isEmpty()) {
            return given;
        }
        EndorsementSource source = EndorsementSource.firstOf(
                EndorsementSource.of(given, "--endorsements", verify::at),
                new VendorSources(settings.get(), terminal).of(evidence));
        CollectedEndorsements had = new EndorsementCollector(source, verify::at)
                .collect(evidence.endorsementPlan(plan(evidence, given, verify, settings.get())));
        had.shortcomings().forEach(terminal::message);
        return Endorsements.builder().add(given).add(had.endorsements()).build();
    }

    private static PlanOptions plan(
            Evidence evidence, Endorsements given, VerifySettings verify, OnlineSettings settings) {
        PlanOptions options = PlanOptions.defaults()
                .withCrls(verify.crlMode(evidence) != CrlMode.OFF)
                .withAmdChain(verify.anchors().custom())
                .withEvaluation(settings.evaluation());
        return withProduct(options, verify, given);
    }

    /** As the command line says, or else as the certificate that is given for a report does. */
    static PlanOptions withProduct(PlanOptions options, VerifySettings settings, Endorsements given) {
        return settings.product()
                .or(() -> product(given))
                .map(options::withProduct)
                .orElse(options);
    }

    private static Optional<Product> product(Endorsements given) {
        return given.certificates().stream()
                .filter(certificate -> {
                    var subject = certificate.getSubjectX500Principal();
                    return subject.equals(AmdAuthority.VCEK) || subject.equals(AmdAuthority.VLEK);
                })
                .flatMap(certificate -> AmdAuthority.named(certificate.getIssuerX500Principal()).stream())
                .map(AmdAuthority::product)
                .findFirst();
    }
}
