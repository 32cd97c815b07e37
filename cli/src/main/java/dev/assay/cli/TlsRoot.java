package dev.assay.cli;

import dev.assay.endorsement.Endorsements;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An HTTP client that trusts the roots in a file, and no others: caching services mostly have one of their own. */
final class TlsRoot {
    private static final int LARGEST = 1 << 20;

    private TlsRoot() {}

    static HttpClient client(String file) throws UsageException {
        Endorsements read = Endorsements.builder()
                .add(file, InputFile.whole(LARGEST, InputFile.path(file)))
                .build();
        if (!read.unreadable().isEmpty() || read.certificates().isEmpty()) {
            throw new UsageException("--tls-root " + file + " holds something else than certificates");
        }
        try {
            KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
            roots.load(null, null);
            int number = 0;
            for (X509Certificate root : read.certificates()) {
                roots.setCertificateEntry("root" + number++, root);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .sslContext(context)
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
