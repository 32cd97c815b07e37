package dev.assay.explain;

import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.TdAttributes;
import dev.assay.tdx.Xfam;
import dev.assay.tdx.XfamFeature;

/** The bit fields of a TD report, spelled out. In JSON they are the bytes as received. */
final class TdxBits {
    private TdxBits() {}

    static Field tdAttributes(TdAttributes attributes) {
        BitNotes notes = new BitNotes();
        for (TdAttribute attribute : TdAttribute.values()) {
            notes.bit(attribute.bit(), attribute.name(), attributes.has(attribute), attribute.meaning());
        }
        notes.unknown(attributes.unknownBits());
        if (attributes.tud()) {
            notes.line("under debug: nothing in this TD is confidential");
        }
        String hex = attributes.raw().hex();
        return new Field("tdAttributes", "TDATTRIBUTES", hex, hex, notes.lines());
    }

    static Field xfam(Xfam xfam) {
        BitNotes notes = new BitNotes();
        for (XfamFeature feature : XfamFeature.values()) {
            notes.bit(feature.bit(), feature.name(), xfam.has(feature), feature.meaning());
        }
        notes.unknown(xfam.unknownBits());
        if (!xfam.fixedOnesSet()) {
            notes.line("bits 0 and 1, which are fixed to one, are not both set");
        }
        if (!xfam.brokenGroups().isEmpty()) {
            notes.line("set in part, which hardware does not allow: " + xfam.brokenGroups());
        }
        String hex = xfam.raw().hex();
        return new Field("xfam", "XFAM", hex, hex, notes.lines());
    }
}
