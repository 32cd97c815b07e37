package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.SignatureDataEncoder;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxSimulator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A simulated machine, and quotes of it in which one thing is not as Intel makes it.
 *
 * @param machine the machine
 * @param version the version of its quotes
 * @param kind the layout of their bodies
 * @param suffix what stands behind the names of chapters
 */
record TdxForge(TdxSimulator machine, int version, Kind kind, String suffix) {
    /** Quotes of version 5 with a TD report 1.5. */
    static TdxForge of(long seed) {
        return new TdxForge(TdxSimulator.create(IntelHierarchy.create(seed), PckCa.PLATFORM), 5, Kind.TD_1_5, "");
    }

    /** Quotes of version 4; the TCB info has its FMSPC in lower case, as the service also gives it. */
    static TdxForge version4(long seed) {
        TdxForge forge = new TdxForge(of(seed).machine, 4, Kind.TD_1_0, "-v4");
        TdxSimulator machine = forge.machine.tcbInfo(info -> info.fmspc(forge.fmspc()));
        return new TdxForge(machine, forge.version, forge.kind, forge.suffix);
    }

    /** The FMSPC as the TCB info has it. */
    String fmspc() {
        String fmspc = HexFormat.of().formatHex(machine.platform().fmspc());
        return version == 4 ? fmspc : fmspc.toUpperCase(Locale.ROOT);
    }

    /** The name of the genuine vector that others differ from. */
    String good() {
        return suffix.isEmpty() ? TdxQuoteVectors.GOOD : "tdx/quote/version-4-fmspc-in-lower-case";
    }

    IntelHierarchy intel() {
        return machine.hierarchy();
    }

    TdxGiven given() {
        return body(right -> right);
    }

    /** The machine, changed before anything is signed. */
    TdxGiven machine(UnaryOperator<TdxSimulator> change) {
        return TdxGiven.of(change.apply(machine).quote(version, kind, right -> right));
    }

    /** The body, changed before it is signed. */
    TdxGiven body(UnaryOperator<TdReportEncoder> change) {
        return TdxGiven.of(machine.quote(version, kind, change));
    }

    QuoteEncoder quote() {
        return machine.quoteTemplate(version, machine.reportTemplate(kind));
    }

    /** The quote, changed before it is signed. */
    TdxGiven signed(UnaryOperator<QuoteEncoder> change) {
        return TdxGiven.of(
                machine.evidence(machine.signed(change.apply(quote())).encode()));
    }

    /** The quote, changed after it was signed. */
    TdxGiven tampered(UnaryOperator<QuoteEncoder> change) {
        return TdxGiven.of(
                machine.evidence(change.apply(machine.signed(quote())).encode()));
    }

    /** The signature data, changed after everything was signed. */
    TdxGiven tamperedData(UnaryOperator<SignatureDataEncoder> change) {
        return tampered(quote -> quote.signatureData(change));
    }

    static byte[] flipped(byte[] bytes, int offset) {
        byte[] changed = bytes.clone();
        changed[offset < 0 ? changed.length + offset : offset] ^= 1;
        return changed;
    }
}
