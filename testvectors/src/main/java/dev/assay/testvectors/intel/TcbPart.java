package dev.assay.testvectors.intel;

/** What has TCB levels of its own. */
public enum TcbPart {
    /** The platform: levels of the TCB info. */
    PLATFORM,
    /** The TDX module: levels of its identity in the TCB info. */
    MODULE,
    /** The quoting enclave: levels of its identity. */
    QUOTING_ENCLAVE
}
