package dev.assay.verify;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The implementations of the signature algorithms that tests run with: all that load on this machine. */
final class SignaturesBackends {
    private SignaturesBackends() {}

    static List<Signatures> all() {
        List<Signatures> all = new ArrayList<>(List.of(Signatures.bouncyCastle(), Signatures.platform()));
        corretto().ifPresent(all::add);
        return all;
    }

    /** Empty where its native library is for another system. */
    static Optional<Signatures> corretto() {
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        return provider.getLoadingError() == null ? Optional.of(Signatures.provider(provider)) : Optional.empty();
    }
}
