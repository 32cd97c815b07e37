package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.SignatureDataEncoder;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxSimulator;
import java.util.function.UnaryOperator;

/** A simulated machine, and quotes of it in which one thing is not as Intel makes it. */
record TdxForge(TdxSimulator machine) {
    static TdxForge of(long seed) {
        return new TdxForge(TdxSimulator.create(IntelHierarchy.create(seed), PckCa.PLATFORM));
    }

    IntelHierarchy intel() {
        return machine.hierarchy();
    }

    TdxGiven given() {
        return TdxGiven.of(machine);
    }

    /** The machine, changed before anything is signed. */
    TdxGiven machine(UnaryOperator<TdxSimulator> change) {
        return TdxGiven.of(change.apply(machine));
    }

    /** The body, changed before it is signed. */
    TdxGiven body(UnaryOperator<TdReportEncoder> change) {
        return TdxGiven.of(machine.quote(5, Kind.TD_1_5, change));
    }

    QuoteEncoder quote() {
        return machine.quoteTemplate(5, machine.reportTemplate(Kind.TD_1_5));
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
