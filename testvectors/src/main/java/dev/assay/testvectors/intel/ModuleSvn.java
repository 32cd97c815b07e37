package dev.assay.testvectors.intel;

import java.util.Arrays;

/** The three bytes of TEE_TCB_SVN that are in use: the module's minor and major version, and the late microcode's. */
record ModuleSvn(int minor, int major, int microcode) {
    ModuleSvn withMinor(int value) {
        return new ModuleSvn(value, major, microcode);
    }

    ModuleSvn withMajor(int value) {
        return new ModuleSvn(minor, value, microcode);
    }

    ModuleSvn withMicrocode(int value) {
        return new ModuleSvn(minor, major, value);
    }

    /** 16 bytes. */
    byte[] encode() {
        return Arrays.copyOf(new byte[] {(byte) minor, (byte) major, (byte) microcode}, 16);
    }
}
