package dev.assay.tdx;

/** Bits of XFAM that the TDX module only accepts all together or not at all. */
public enum XfamGroup {
    /** AVX-512: bits 5, 6 and 7. */
    AVX512(XfamFeature.AVX512_OPMASK, XfamFeature.AVX512_ZMM_HI256, XfamFeature.AVX512_HI16_ZMM),
    /** Control-flow enforcement: bits 11 and 12. */
    CET(XfamFeature.CET_U, XfamFeature.CET_S),
    /** AMX: bits 17 and 18. */
    AMX(XfamFeature.AMX_TILECFG, XfamFeature.AMX_TILEDATA);

    private final long mask;

    XfamGroup(XfamFeature... members) {
        long all = 0;
        for (XfamFeature member : members) {
            all |= member.mask();
        }
        this.mask = all;
    }

    /**
     * The bits of the group.
     *
     * @return a number with just these bits set
     */
    public long mask() {
        return mask;
    }
}
