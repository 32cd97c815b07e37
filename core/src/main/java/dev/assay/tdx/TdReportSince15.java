package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * A TD report of TDX 1.5 or later, with the two fields that TDX 1.0 does not have. Source: DCAP {@code sgx_quote_5.h},
 * {@code sgx_report2_body_v1_5_t}.
 */
public sealed interface TdReportSince15 extends TdReport permits TdReport15, TdReport15Ex {
    /**
     * The security versions that the machine has now, which are above {@link #teeTcbSvn()} if the TDX module was updated
     * under the running TD: 16 bytes at offset 584.
     *
     * @return the value
     */
    default TeeTcbSvn teeTcbSvn2() {
        return new TeeTcbSvn(raw().slice(584, 16));
    }

    /**
     * MRSERVICETD, the hash of the service TDs bound to this one, for instance a migration TD; zero if there are none: 48 bytes at offset 600.
     *
     * @return 48 bytes as received
     */
    default Bytes mrServiceTd() {
        return raw().slice(600, 48);
    }
}
