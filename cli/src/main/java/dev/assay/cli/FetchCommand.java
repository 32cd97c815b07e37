package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleBuilder;
import dev.assay.bundle.BundleException;
import dev.assay.bundle.BundleItem;
import dev.assay.bundle.DcapQvlCollateral;
import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementCollector;
import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.PlanOptions;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code assay fetch}: packs evidence with its endorsements, and asks the vendor for those that it was not given. */
final class FetchCommand implements Command {
    private static final String GIVEN = "given";

    @Override
    public CommandSpec spec() {
        Syntax syntax = EvidenceInput.declare(new Syntax(
                        "fetch",
                        "Packs evidence and its endorsements into a bundle, or a folder.",
                        "What is not given is asked of the vendor. Nothing is verified here. Exits with 2 if something could",
                        "not be had."))
                .values("--endorsements", "DIR_OR_FILE", "endorsements at hand; may be repeated")
                .value("--out", "FILE_OR_DIR", "where to write: a bundle, or files into a folder that is there")
                .flag("--dcap-qvl", "write a quote's collateral in the JSON form of dcap-qvl, in place of a bundle")
                .flag("--without-evidence", "pack the endorsements only")
                .value("--at", "INSTANT", "the time that the bundle is for; default: now")
                .value("--product", "NAME", "the product of a report of version 2, which does not say it")
                .flag("--no-crl", "do without revocation lists");
        return OnlineSettings.declare(syntax).spec();
    }

    @Override
    public ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException, MalformedEvidenceException {
        String out = arguments.matchedOptionValue("--out", "");
        if (out.isEmpty()) {
            throw new UsageException("--out is missing: where to write");
        }
        Path target = InputFile.path(out);
        VerifySettings settings = VerifySettings.of(arguments, terminal.clock());
        OnlineSettings online = OnlineSettings.of(arguments);
        EvidenceInput input = EvidenceInput.of(arguments);
        List<GivenEndorsement> given = new ArrayList<>(
                EndorsementFiles.list(arguments.matchedOptionValue("--endorsements", List.<String>of()), input));
        GivenEvidence evidence = input.given(Strictness.STRICT, terminal);
        evidence.bundle().map(Bundle::items).orElse(List.of()).forEach(item -> given.add(GivenEndorsement.of(item)));
        Endorsements set = EndorsementFiles.together(given);
        CollectedEndorsements collected =
                collect(online, evidence.evidence(), set, plan(arguments, settings, online, set), terminal);
        BundleBuilder builder = Bundle.at(settings.at());
        if (!arguments.hasMatchedOption("--without-evidence")) {
            builder.evidence(evidence.evidence());
        }
        Bundle bundle = packed(builder, given, collected);
        write(target, bundle, arguments, terminal);
        collected.shortcomings().forEach(terminal::message);
        return collected.complete() ? ExitStatus.SUCCESS : ExitStatus.INDETERMINATE;
    }

    private static PlanOptions plan(
            ParseResult arguments, VerifySettings settings, OnlineSettings online, Endorsements given) {
        PlanOptions options = PlanOptions.defaults()
                .withAmdChain(true)
                .withCrls(!arguments.hasMatchedOption("--no-crl"))
                .withEvaluation(online.evaluation());
        return OnlineEndorsements.withProduct(options, settings, given);
    }

    private static CollectedEndorsements collect(
            OnlineSettings online, Evidence evidence, Endorsements set, PlanOptions plan, Terminal terminal)
            throws UsageException {
        EndorsementSource source = EndorsementSource.firstOf(
                EndorsementSource.of(set, GIVEN, terminal.clock()), new VendorSources(online, terminal).of(evidence));
        return new EndorsementCollector(source, terminal.clock()).collect(evidence.endorsementPlan(plan));
    }

    /** What came with the evidence stays there. */
    private static Bundle packed(BundleBuilder builder, List<GivenEndorsement> given, CollectedEndorsements collected) {
        given.forEach(one -> builder.add(one.origin(), one.content()));
        Endorsements carried = collected.plan().carried();
        for (EndorsementItem item : collected.items()) {
            if (!item.origin().equals(GIVEN) && !isIn(carried, item)) {
                builder.add(item.origin(), item.content());
                if (!item.issuerChain().isEmpty()) {
                    builder.add(item.origin(), item.issuerChain());
                }
            }
        }
        return builder.build();
    }

    private static boolean isIn(Endorsements carried, EndorsementItem item) {
        Endorsements one = Endorsements.of(item.content().toArray());
        return one.crls().isEmpty()
                && !one.certificates().isEmpty()
                && carried.certificates().containsAll(one.certificates());
    }

    private static void write(Path target, Bundle bundle, ParseResult arguments, Terminal terminal)
            throws UsageException {
        try {
            if (arguments.hasMatchedOption("--dcap-qvl")) {
                OutputFile.write(target, ascii(DcapQvlCollateral.of(bundle)));
            } else if (Files.isDirectory(target)) {
                ItemNames names = new ItemNames();
                Optional<Bytes> evidence = bundle.evidence();
                if (evidence.isPresent()) {
                    OutputFile.write(target.resolve("evidence.bin"), evidence.get());
                }
                for (BundleItem item : bundle.items()) {
                    OutputFile.write(target.resolve(names.of(item)), item.bytes());
                }
            } else {
                OutputFile.write(target, bundle.write());
            }
        } catch (BundleException e) {
            throw new UsageException("--dcap-qvl: " + e.getMessage());
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UsageException("cannot write " + target + ": " + e);
        }
        terminal.message(bundle + ", written to " + target);
    }

    private static Bytes ascii(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII));
    }
}
