package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.TdxEvidence;
import dev.assay.endorsement.CacheRules;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.endorsement.online.DiskCache;
import dev.assay.endorsement.online.OnlineOptions;
import dev.assay.endorsement.online.OnlineSources;
import dev.assay.endorsement.online.Timing;
import dev.assay.model.Bytes;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/** Whom the command line wants asked for endorsements that it was not given. */
final class FetchSources {
    private FetchSources() {}

    static Syntax declare(Syntax syntax) {
        return syntax.values(
                        "--base-url",
                        "[KIND=]URL",
                        "ask this service in place of the vendor's: kds= a mirror of AMD's (default for reports), pccs= a"
                                + " PCCS (default for quotes), pcs= a mirror of Intel's, azure= an Azure host; the"
                                + " first that has an item gives it")
                .value("--tls-root", "FILE", "the only certificates that such a service's TLS may chain to")
                .flag("--plain-http", "allow services without TLS")
                .value("--cache", "DIR", "keep what is fetched in this folder, and look there first");
    }

    static EndorsementSource of(ParseResult arguments, Evidence evidence, Clock clock) throws UsageException {
        OnlineOptions options = options(arguments, clock);
        EndorsementSource online = online(arguments, evidence, options, clock);
        String folder = arguments.matchedOptionValue("--cache", "");
        if (folder.isEmpty()) {
            return online;
        }
        try {
            return online.remembering(DiskCache.open(InputFile.path(folder), clock), CacheRules.defaults(), clock);
        } catch (IOException e) {
            throw new UsageException("--cache " + folder + ": " + e.getMessage());
        }
    }

    /** AMD's authorities, which the library knows: its service need not be asked for them. */
    private static EndorsementSource known(Clock clock) {
        Endorsements.Builder all = Endorsements.builder();
        Stream.concat(TrustAnchors.embeddedAmdIntermediates().stream(), TrustAnchors.embedded().certificates().stream())
                .forEach(one -> all.add("embedded", der(one)));
        return EndorsementSource.of(all.build(), "known to Assay", clock);
    }

    private static Bytes der(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static OnlineOptions options(ParseResult arguments, Clock clock) throws UsageException {
        OnlineOptions options = OnlineOptions.defaults().withTiming(new TerminalTiming(clock, Timing.system()));
        if (arguments.hasMatchedOption("--plain-http")) {
            options = options.withPlainHttp();
        }
        String root = arguments.matchedOptionValue("--tls-root", "");
        return root.isEmpty() ? options : options.withClient(TlsRoot.client(root));
    }

    private static EndorsementSource online(
            ParseResult arguments, Evidence evidence, OnlineOptions options, Clock clock) throws UsageException {
        List<String> bases = arguments.matchedOptionValue("--base-url", List.<String>of());
        boolean quote = evidence instanceof TdxEvidence;
        if (bases.isEmpty()) {
            return quote
                    ? OnlineSources.intelPcs(options)
                    : EndorsementSource.firstOf(known(clock), OnlineSources.amdKds(options));
        }
        List<EndorsementSource> all = new ArrayList<>();
        for (String base : bases) {
            all.add(service(base, quote ? "pccs" : "kds", options));
        }
        return EndorsementSource.firstOf(all.toArray(EndorsementSource[]::new));
    }

    private static EndorsementSource service(String base, String usual, OnlineOptions options) throws UsageException {
        int end = base.indexOf('=');
        int slash = base.indexOf('/');
        boolean named = end >= 0 && (slash < 0 || end < slash);
        String kind = named ? base.substring(0, end) : usual;
        try {
            URI address = URI.create(named ? base.substring(end + 1) : base);
            return switch (kind) {
                case "kds" -> OnlineSources.amdKds(address, options.withKdsInterval(Duration.ZERO));
                case "pcs" -> OnlineSources.intelPcs(address, options);
                case "pccs" -> OnlineSources.pccs(address, options);
                case "azure" -> OnlineSources.azureHost(address, options);
                default -> throw new UsageException("--base-url: kds=, pcs=, pccs= or azure=, not " + kind + "=");
            };
        } catch (IllegalArgumentException e) {
            throw new UsageException("--base-url " + base + ": " + e.getMessage());
        }
    }
}
