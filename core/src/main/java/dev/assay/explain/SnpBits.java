package dev.assay.explain;

import dev.assay.snp.GuestPolicy;
import dev.assay.snp.GuestPolicyBit;
import dev.assay.snp.PlatformInfo;
import dev.assay.snp.PlatformInfoBit;
import dev.assay.snp.SignerInfo;
import java.util.HexFormat;
import java.util.List;

/** The bit fields of an SEV-SNP report, spelled out. In JSON they are the zero-padded hexadecimal of their value. */
final class SnpBits {
    private SnpBits() {}

    static Field policy(GuestPolicy policy) {
        BitNotes notes = new BitNotes().line("ABI at least " + policy.abiMajor() + "." + policy.abiMinor());
        for (GuestPolicyBit bit : GuestPolicyBit.values()) {
            notes.bit(bit.bit(), bit.name(), policy.has(bit), bit.meaning());
        }
        if (!policy.reservedOneIsSet()) {
            notes.line("bit 17, which must be one, is zero");
        }
        notes.unknown(policy.unknownBits());
        return word("policy", "POLICY", policy.value(), notes.lines());
    }

    static Field platformInfo(PlatformInfo info) {
        BitNotes notes = new BitNotes();
        for (PlatformInfoBit bit : PlatformInfoBit.values()) {
            notes.bit(bit.bit(), bit.name(), info.has(bit), bit.meaning());
        }
        notes.unknown(info.unknownBits());
        return word("platformInfo", "PLATFORM_INFO", info.value(), notes.lines());
    }

    static List<Field> signer(SignerInfo signer) {
        String hex = HexFormat.of().toHexDigits(signer.value());
        BitNotes notes = new BitNotes()
                .bit(0, "AUTHOR_KEY_EN", signer.authorKeyEn(), "AUTHOR_KEY_DIGEST is meaningful")
                .bit(1, "MASK_CHIP_KEY", signer.maskChipKey(), "the firmware does not sign")
                .unknown(Integer.toUnsignedLong(signer.unknownBits()));
        return List.of(
                new Field("signerInfo", "signer info", hex, "0x" + hex, notes.lines()),
                Field.of("signingKey", "SIGNING_KEY", signer.signingKey().name()));
    }

    private static Field word(String name, String label, long value, List<String> notes) {
        String hex = HexFormat.of().toHexDigits(value);
        return new Field(name, label, hex, "0x" + hex, notes);
    }
}
