package dev.assay.cli;

import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A quote of a machine that does not exist, laid out as a user would have it: the quote, the root that vouches for it, and
 * a folder of collateral.
 *
 * @param folder where it all is
 */
record MintedQuote(Path folder) {
    /** The simulator's time, at which all of it is valid. */
    static final String AT = "--at=" + TdxSimulator.AT;

    static MintedQuote genuine(Path folder) {
        return of(folder, TdxSimulator.create());
    }

    static MintedQuote of(Path folder, TdxSimulator machine) {
        return of(folder, machine.quote(4, TdReportEncoder.Kind.TD_1_0, right -> right));
    }

    static MintedQuote of(Path folder, TdxEvidence evidence) {
        MintedQuote minted = new MintedQuote(folder);
        try {
            Files.createDirectories(minted.collateral());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Shipped.write(folder.resolve("quote"), evidence.quote());
        Shipped.write(folder.resolve("root.der"), evidence.root());
        Shipped.write(minted.file("tcb-info.json"), evidence.tcbInfo());
        Shipped.write(minted.file("qe-identity.json"), evidence.qeIdentity());
        Shipped.write(minted.file("pck.crl"), evidence.pckCrl());
        Shipped.write(minted.file("root.crl"), evidence.rootCrl());
        Shipped.write(minted.file("tcb-signing.der"), evidence.tcbSigningCertificate());
        return minted;
    }

    Path quote() {
        return folder.resolve("quote");
    }

    Path root() {
        return folder.resolve("root.der");
    }

    Path collateral() {
        return folder.resolve("collateral");
    }

    /** One of the files of collateral. */
    Path file(String name) {
        return collateral().resolve(name);
    }

    MintedQuote without(String name) {
        try {
            Files.delete(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What must be said for it to verify. */
    List<Object> arguments() {
        return List.of(quote(), "--endorsements", collateral(), "--trust-anchor", root(), AT);
    }

    CommandRun verify(Object... more) {
        List<Object> all = new ArrayList<>(List.of("verify"));
        all.addAll(arguments());
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }
}
