package dev.assay.testvectors.intel;

/**
 * A TCB level of a TDX module or of an enclave, which has a single security version.
 *
 * @param isvSvn the version, 2 bytes for an enclave and 1 byte for a module
 * @param verdict since when the level exists and what it is worth
 */
public record SvnLevel(int isvSvn, TcbVerdict verdict) {
    /**
     * Changes the status alone.
     *
     * @param status any text
     * @return a changed copy
     */
    public SvnLevel withStatus(String status) {
        return new SvnLevel(isvSvn, verdict.withStatus(status));
    }

    JsonValue json() {
        JsonObject tcb = JsonObject.empty().and("isvsvn", isvSvn);
        return verdict.appendTo(JsonObject.empty().and("tcb", tcb));
    }
}
