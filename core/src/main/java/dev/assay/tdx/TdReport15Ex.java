package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * The extended TD report of TDX 1.5: 885 bytes, body type 4 of version 5. It tells where a migrated TD comes from. Source: DCAP {@code sgx_quote_5.h}, {@code sgx_report2_body_v1_5_ex_t}.
 *
 * @param raw the 885 bytes as received
 */
public record TdReport15Ex(Bytes raw) implements TdReportSince15 {
    /**
     * Wraps a report.
     *
     * @param raw the 885 bytes as received
     * @throws IllegalArgumentException if they are not 885
     */
    public TdReport15Ex {
        FixedSize.require(raw, TdReportType.TD_1_5_EX.size(), TdReportType.TD_1_5_EX.title());
    }

    @Override
    public TdReportType type() {
        return TdReportType.TD_1_5_EX;
    }

    /**
     * The part of a partitioned TD that asked for the report: 1 byte at offset 648.
     *
     * @return 0 for a TD without parts and for its L1 monitor, 1 to 3 for its virtual machines; other values have no
     *     meaning yet
     */
    public int vmId() {
        return raw.u8(648);
    }

    /**
     * The identity of this instance of the TD: made at launch, kept over updates of the TDX module and over migration;
     * zero if the host has not switched it on: 32 bytes at offset 649.
     *
     * @return 32 bytes as received
     */
    public Bytes tdId() {
        return raw.slice(649, 32);
    }

    /**
     * The hash of the CBOR text about the devices of the TD: 48 bytes at offset 681.
     *
     * @return 48 bytes as received
     */
    public Bytes deviceInfoHash() {
        return raw.slice(681, 48);
    }

    /**
     * The service TD hash of the time of launch, or the hash of the migration policy: 48 bytes at offset 729.
     *
     * @return 48 bytes as received
     */
    public Bytes initialServiceTdHash() {
        return raw.slice(729, 48);
    }

    /**
     * The service TD attributes of the time of launch: 8 bytes at offset 777.
     *
     * @return 8 bytes as received
     */
    public Bytes initialServiceTdAttributes() {
        return raw.slice(777, 8);
    }

    /**
     * The CPUSVN of the time of launch, opaque: 16 bytes at offset 785.
     *
     * @return 16 bytes as received
     */
    public Bytes initialCpuSvn() {
        return raw.slice(785, 16);
    }

    /**
     * The security versions of the time of launch: 16 bytes at offset 801.
     *
     * @return the value
     */
    public TeeTcbSvn initialTeeTcbSvn() {
        return new TeeTcbSvn(raw.slice(801, 16));
    }

    /**
     * The processor model on which {@link #initialTeeTcbSvn()} was taken: 12 bytes at offset 817.
     *
     * @return 12 bytes as received
     */
    public Bytes initialTeeFmspc() {
        return raw.slice(817, 12);
    }

    /**
     * The service TD hash of now, or the hash of the migration policy: 48 bytes at offset 829.
     *
     * @return 48 bytes as received
     */
    public Bytes currentServiceTdHash() {
        return raw.slice(829, 48);
    }

    /**
     * The service TD attributes of now: 8 bytes at offset 877.
     *
     * @return 8 bytes as received
     */
    public Bytes currentServiceTdAttributes() {
        return raw.slice(877, 8);
    }
}
