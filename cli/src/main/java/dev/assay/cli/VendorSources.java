package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.TdxEvidence;
import dev.assay.endorsement.CacheRules;
import dev.assay.endorsement.EndorsementEvent;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom the command line wants asked for endorsements that it was not given, behind what was had earlier. */
final class VendorSources {
    private static final int LARGEST_KEY = 1 << 10;

    private final OnlineSettings settings;
    private final Terminal terminal;

    VendorSources(OnlineSettings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    EndorsementSource of(Evidence evidence) throws UsageException {
        EndorsementSource services = services(evidence instanceof TdxEvidence, options());
        Optional<Path> folder = settings.cache().or(VendorSources::usualFolder);
        if (folder.isEmpty()) {
            terminal.message("nothing is kept for the next time: there is no home folder");
            return services;
        }
        try {
            return services.remembering(
                    DiskCache.open(folder.get(), terminal.clock()), CacheRules.defaults(), terminal.clock());
        } catch (IOException e) {
            if (settings.cache().isPresent()) {
                throw InputFile.unreadable(folder.get().toString(), e);
            }
            terminal.message("nothing is kept for the next time: " + e.getMessage());
            return services;
        }
    }

    private OnlineOptions options() throws UsageException {
        OnlineOptions options = OnlineOptions.defaults()
                .withTiming(new TerminalTiming(terminal.clock(), Timing.system()))
                .withObserver(this::sayWait);
        if (settings.plainHttp()) {
            options = options.withPlainHttp();
        }
        if (settings.pcsKey().isPresent()) {
            options = withKey(options, settings.pcsKey().get());
        }
        return settings.tlsRoot().isPresent()
                ? options.withClient(TlsRoot.client(settings.tlsRoot().get()))
                : options;
    }

    private static OnlineOptions withKey(OnlineOptions options, String file) throws UsageException {
        Bytes content = InputFile.whole(LARGEST_KEY, InputFile.path(file));
        try {
            return options.withPcsKey(new String(content.toArray(), StandardCharsets.ISO_8859_1).strip());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--pcs-key " + file + ": " + e.getMessage());
        }
    }

    private EndorsementSource services(boolean quote, OnlineOptions options) throws UsageException {
        if (settings.bases().isEmpty()) {
            return quote
                    ? OnlineSources.intelPcs(options)
                    : EndorsementSource.firstOf(known(), OnlineSources.amdKds(options));
        }
        List<EndorsementSource> all = new ArrayList<>();
        for (String base : settings.bases()) {
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

    /** AMD's authorities, which the library knows: its service need not be asked for them. */
    private EndorsementSource known() {
        Endorsements.Builder all = Endorsements.builder();
        Stream.concat(TrustAnchors.embeddedAmdIntermediates().stream(), TrustAnchors.embedded().certificates().stream())
                .forEach(one -> all.add("embedded", der(one)));
        return EndorsementSource.of(all.build(), "known to Assay", terminal.clock());
    }

    private static Bytes der(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** By the XDG base directories. */
    private static Optional<Path> usualFolder() {
        String caches = System.getenv("XDG_CACHE_HOME");
        Path parent = caches == null || !Path.of(caches).isAbsolute()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(caches);
        return Optional.of(parent.resolve("assay")).filter(Path::isAbsolute);
    }

    private void sayWait(EndorsementEvent event) {
        if (event.kind() == EndorsementEvent.Kind.WAIT && event.elapsed().toSeconds() > 0) {
            terminal.message(
                    "waiting " + event.elapsed().toSeconds() + " s before " + event.origin() + " is asked again");
        }
    }
}
