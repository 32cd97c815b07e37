package dev.assay.cli;

import dev.assay.model.Effect;
import dev.assay.model.FindingCode;

/** What there is to say about a quote as long as this program cannot verify one. It leaves the question open. */
enum TdxNotSupported implements FindingCode {
    INSTANCE;

    @Override
    public String code() {
        return "tdx.not-supported";
    }

    @Override
    public Effect effect() {
        return Effect.UNDETERMINED;
    }

    @Override
    public String source() {
        return "this version of assay";
    }

    @Override
    public String nextStep() {
        return "Verify the quote with another tool; nothing in it is authenticated here.";
    }
}
