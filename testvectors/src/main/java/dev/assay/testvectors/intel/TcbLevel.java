package dev.assay.testvectors.intel;

import java.util.ArrayList;
import java.util.List;

/**
 * A TCB level of a platform (Intel PCS API v4, TCB info of version 3).
 *
 * @param sgx the SGX components, 16 if right
 * @param pceSvn the security version of the provisioning certification enclave, 2 bytes
 * @param tdx the TDX components, 16 if right; none leaves the member out, as TCB infos for SGX do
 * @param verdict since when the level exists and what it is worth
 */
public record TcbLevel(List<TcbComponent> sgx, int pceSvn, List<TcbComponent> tdx, TcbVerdict verdict) {
    /**
     * Keeps copies of the lists.
     *
     * @param sgx the SGX components
     * @param pceSvn the security version of the provisioning certification enclave
     * @param tdx the TDX components
     * @param verdict since when the level exists and what it is worth
     */
    public TcbLevel {
        sgx = List.copyOf(sgx);
        tdx = List.copyOf(tdx);
    }

    /**
     * Changes the SGX components.
     *
     * @param components any number of them
     * @return a changed copy
     */
    public TcbLevel withSgx(List<TcbComponent> components) {
        return new TcbLevel(components, pceSvn, tdx, verdict);
    }

    /**
     * Changes the version of one SGX component.
     *
     * @param index 0 to 15
     * @param svn its version
     * @return a changed copy
     */
    public TcbLevel withSgx(int index, int svn) {
        return withSgx(changed(sgx, index, svn));
    }

    /**
     * Changes the version of the provisioning certification enclave.
     *
     * @param svn its version
     * @return a changed copy
     */
    public TcbLevel withPceSvn(int svn) {
        return new TcbLevel(sgx, svn, tdx, verdict);
    }

    /**
     * Changes the TDX components.
     *
     * @param components any number of them
     * @return a changed copy
     */
    public TcbLevel withTdx(List<TcbComponent> components) {
        return new TcbLevel(sgx, pceSvn, components, verdict);
    }

    /**
     * Changes the version of one TDX component.
     *
     * @param index 0 to 15
     * @param svn its version
     * @return a changed copy
     */
    public TcbLevel withTdx(int index, int svn) {
        return withTdx(changed(tdx, index, svn));
    }

    /**
     * Changes what the level is worth.
     *
     * @param other the new verdict
     * @return a changed copy
     */
    public TcbLevel withVerdict(TcbVerdict other) {
        return new TcbLevel(sgx, pceSvn, tdx, other);
    }

    /**
     * Changes the status alone.
     *
     * @param status any text
     * @return a changed copy
     */
    public TcbLevel withStatus(String status) {
        return withVerdict(verdict.withStatus(status));
    }

    JsonValue json() {
        JsonObject tcb = JsonObject.empty()
                .and("sgxtcbcomponents", JsonArray.of(sgx, TcbComponent::json))
                .and("pcesvn", pceSvn);
        tcb = tdx.isEmpty() ? tcb : tcb.and("tdxtcbcomponents", JsonArray.of(tdx, TcbComponent::json));
        return verdict.appendTo(JsonObject.empty().and("tcb", tcb));
    }

    private static List<TcbComponent> changed(List<TcbComponent> components, int index, int svn) {
        List<TcbComponent> changed = new ArrayList<>(components);
        changed.set(index, changed.get(index).withSvn(svn));
        return changed;
    }
}
