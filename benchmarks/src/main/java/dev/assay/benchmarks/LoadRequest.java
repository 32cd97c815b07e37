package dev.assay.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is sent to {@link LoadService}, and the status that must come back. */
final class LoadRequest {
    private static final int SNP_MEASUREMENT = 0x90;
    private static final int SNP_SIGNATURE = 0x2A1;
    private static final int TD_REPORT = 0x190;
    private static final int TDX_SIGNATURE = 640;

    private final byte[] body;
    private final int status;

    private LoadRequest(byte[] body, int status) {
        this.body = body;
        this.status = status;
    }

    byte[] body() {
        return body;
    }

    int status() {
        return status;
    }

    /** Good ones, ones with a flipped bit in what is signed or in the signature, and ones that are no evidence. */
    static List<LoadRequest> mix() {
        List<LoadRequest> all = new ArrayList<>();
        add(SnpSample.of(Origin.MINTED).report(), SNP_MEASUREMENT, SNP_SIGNATURE, all);
        add(TdxSample.minted().quote(), TD_REPORT, TDX_SIGNATURE, all);
        return List.copyOf(all);
    }

    private static void add(byte[] good, int signed, int signature, List<LoadRequest> all) {
        all.add(new LoadRequest(good, 200));
        all.add(new LoadRequest(flipped(good, signed), 403));
        all.add(new LoadRequest(good, 200));
        all.add(new LoadRequest(flipped(good, signature), 403));
        all.add(new LoadRequest(Arrays.copyOf(good, 100), 400));
    }

    private static byte[] flipped(byte[] bytes, int offset) {
        byte[] changed = bytes.clone();
        changed[offset] ^= 1;
        return changed;
    }
}
