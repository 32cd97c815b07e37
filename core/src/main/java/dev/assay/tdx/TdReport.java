package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * What the TDX module says about a TD: the signed body of a quote. These are the fields that every layout has, all at
 * the same offsets from the start of the report; {@link TdReportSince15} and {@link TdReport15Ex} have more. Offsets
 * are within the report, which starts at byte 48 of a version 4 quote and at byte 54 of version 5. Source: DCAP
 * {@code sgx_quote_4.h}, {@code sgx_report2_body_t}.
 */
public sealed interface TdReport permits TdReport10, TdReportSince15 {
    /**
     * Which layout this is.
     *
     * @return the type
     */
    TdReportType type();

    /**
     * The whole report.
     *
     * @return as many bytes as {@link TdReportType#size()} says, as received
     */
    Bytes raw();

    /**
     * The security versions of TDX module and microcode under which the TD was launched: 16 bytes at offset 0.
     *
     * @return the value
     */
    default TeeTcbSvn teeTcbSvn() {
        return new TeeTcbSvn(raw().slice(0, 16));
    }

    /**
     * MRSEAM, the measurement of the TDX module: 48 bytes at offset 16.
     *
     * @return 48 bytes as received
     */
    default Bytes mrSeam() {
        return raw().slice(16, 48);
    }

    /**
     * MRSIGNERSEAM, the signer of the TDX module; zero for modules that Intel signed: 48 bytes at offset 64.
     *
     * @return 48 bytes as received
     */
    default Bytes mrSignerSeam() {
        return raw().slice(64, 48);
    }

    /**
     * SEAMATTRIBUTES, attributes of the TDX module; verification demands zero: 8 bytes at offset 112.
     *
     * @return 8 bytes as received
     */
    default Bytes seamAttributes() {
        return raw().slice(112, 8);
    }

    /**
     * TDATTRIBUTES, how the TD was configured: 8 bytes at offset 120.
     *
     * @return the value
     */
    default TdAttributes tdAttributes() {
        return new TdAttributes(raw().slice(120, 8));
    }

    /**
     * XFAM, the extended processor state that the TD may use: 8 bytes at offset 128.
     *
     * @return the value
     */
    default Xfam xfam() {
        return new Xfam(raw().slice(128, 8));
    }

    /**
     * MRTD, the measurement of the initial contents of the TD: 48 bytes at offset 136.
     *
     * @return 48 bytes as received
     */
    default Bytes mrTd() {
        return raw().slice(136, 48);
    }

    /**
     * MRCONFIGID, a value of the host for configuration that is not the owner's: 48 bytes at offset 184.
     *
     * @return 48 bytes as received
     */
    default Bytes mrConfigId() {
        return raw().slice(184, 48);
    }

    /**
     * MROWNER, a value of the host that stands for the owner: 48 bytes at offset 232.
     *
     * @return 48 bytes as received
     */
    default Bytes mrOwner() {
        return raw().slice(232, 48);
    }

    /**
     * MROWNERCONFIG, a value of the host for configuration by the owner: 48 bytes at offset 280.
     *
     * @return 48 bytes as received
     */
    default Bytes mrOwnerConfig() {
        return raw().slice(280, 48);
    }

    /**
     * RTMR0, run-time measurements; by convention the firmware's and its configuration: 48 bytes at offset 328.
     *
     * @return 48 bytes as received
     */
    default Bytes rtmr0() {
        return raw().slice(328, 48);
    }

    /**
     * RTMR1, run-time measurements; by convention the boot loader and kernel: 48 bytes at offset 376.
     *
     * @return 48 bytes as received
     */
    default Bytes rtmr1() {
        return raw().slice(376, 48);
    }

    /**
     * RTMR2, run-time measurements; by convention the command line, initrd and operating system: 48 bytes at offset 424.
     *
     * @return 48 bytes as received
     */
    default Bytes rtmr2() {
        return raw().slice(424, 48);
    }

    /**
     * RTMR3, run-time measurements; by convention the application's: 48 bytes at offset 472.
     *
     * @return 48 bytes as received
     */
    default Bytes rtmr3() {
        return raw().slice(472, 48);
    }

    /**
     * REPORTDATA, what the TD itself wanted signed: 64 bytes at offset 520.
     *
     * @return 64 bytes as received
     */
    default Bytes reportData() {
        return raw().slice(520, 64);
    }
}
