package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.CacheRules;
import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementCollector;
import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.PlanOptions;
import dev.assay.endorsement.online.DiskCache;
import dev.assay.endorsement.online.OnlineOptions;
import dev.assay.endorsement.online.OnlineSources;
import dev.assay.endorsement.online.Timing;
import dev.assay.snp.Product;
import dev.assay.verify.CrlMode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Completes the endorsements that are given with the vendors'. What cannot be had is said on standard error and left to
 * verification to judge: it is a reason to find less, never to fail.
 */
final class OnlineEndorsements {
    private final OnlineSettings settings;
    private final Terminal terminal;

    OnlineEndorsements(OnlineSettings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** What was had for evidence; with what was given in it, as far as it is wanted. */
    CollectedEndorsements collect(Evidence evidence, Endorsements given, VerifySettings verify) throws UsageException {
        EndorsementSource files = EndorsementSource.of(given, "--endorsements", verify::at);
        EndorsementSource source = settings.online() ? EndorsementSource.firstOf(files, vendors()) : files;
        CollectedEndorsements had = new EndorsementCollector(source, verify::at)
                .collect(evidence.endorsementPlan(plan(evidence, given, verify)));
        if (settings.online()) {
            had.shortcomings().forEach(terminal::message);
        }
        return had;
    }

    /** Everything given, and what was had besides. */
    Endorsements complete(Evidence evidence, Endorsements given, VerifySettings verify) throws UsageException {
        if (!settings.online()) {
            return given;
        }
        return Endorsements.builder()
                .add(given)
                .add(collect(evidence, given, verify).endorsements())
                .build();
    }

    private PlanOptions plan(Evidence evidence, Endorsements given, VerifySettings verify) {
        PlanOptions options = PlanOptions.defaults()
                .withCrls(verify.crlMode(evidence) != CrlMode.OFF)
                .withAmdChain(verify.anchors().custom())
                .withEvaluation(settings.evaluation());
        return verify.product()
                .or(() -> product(given))
                .map(options::withProduct)
                .orElse(options);
    }

    /** Of the certificate that is given for a report, if there is one. */
    static Optional<Product> product(Endorsements given) {
        return given.certificates().stream()
                .filter(certificate -> {
                    var subject = certificate.getSubjectX500Principal();
                    return subject.equals(AmdAuthority.VCEK) || subject.equals(AmdAuthority.VLEK);
                })
                .flatMap(certificate -> AmdAuthority.named(certificate.getIssuerX500Principal()).stream())
                .map(AmdAuthority::product)
                .findFirst();
    }

    private EndorsementSource vendors() throws UsageException {
        OnlineOptions options = OnlineOptions.defaults()
                .withTiming(new TerminalTiming(terminal.clock(), Timing.system()))
                .withObserver(this::sayWait);
        Optional<URI> kds = settings.kds();
        Optional<URI> pccs = settings.pccs();
        try {
            EndorsementSource services = EndorsementSource.firstOf(
                    kds.isPresent() ? OnlineSources.amdKds(kds.get(), options) : OnlineSources.amdKds(options),
                    pccs.isPresent() ? OnlineSources.pccs(pccs.get(), options) : OnlineSources.intelPcs(options));
            return remembered(services);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private EndorsementSource remembered(EndorsementSource services) throws UsageException {
        Path folder = settings.cache().orElseGet(OnlineEndorsements::usualFolder);
        try {
            return services.remembering(
                    DiskCache.open(folder, terminal.clock()), CacheRules.defaults(), terminal.clock());
        } catch (IOException e) {
            if (settings.cache().isPresent()) {
                throw InputFile.unreadable(folder.toString(), e);
            }
            terminal.message("nothing is kept for the next time: " + e.getMessage());
            return services;
        }
    }

    /** By the XDG base directories. */
    private static Path usualFolder() {
        String caches = System.getenv("XDG_CACHE_HOME");
        Path parent = caches == null || !Path.of(caches).isAbsolute()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(caches);
        return parent.resolve("assay");
    }

    private void sayWait(EndorsementEvent event) {
        if (event.kind() == EndorsementEvent.Kind.WAIT && event.elapsed().toSeconds() > 0) {
            terminal.message("waiting " + event.elapsed().toSeconds() + " s, as " + event.origin() + " asks");
        }
    }
}
