package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.endorsement.CacheRules;
import dev.assay.endorsement.EndorsementCache;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.EvaluationSet;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.model.Bytes;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.server.VendorServer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A thousand threads that want fifty things make fifty requests. */
class SharingFiguresTest {
    private static final int THREADS = 1000;
    private static final int KEYS = 50;

    @Test
    void oneRequestForEachKey() throws InterruptedException {
        TestTiming timing = new TestTiming();
        try (VendorServer server = VendorServer.start()) {
            List<EndorsementRequest> requests = serveInfos(server, KEYS);
            EndorsementSource source = OnlineSources.intelPcs(
                            server.address(), OnlineOptions.defaults().withTiming(timing))
                    .remembering(EndorsementCache.inMemory(KEYS), CacheRules.defaults(), timing)
                    .sharing();
            AtomicInteger found = new AtomicInteger();
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                EndorsementRequest request = requests.get(i % KEYS);
                Thread thread = new Thread(() -> {
                    awaitUninterrupted(start);
                    if (source.fetch(request) instanceof SourceAnswer.Found) {
                        found.incrementAndGet();
                    }
                });
                thread.start();
                threads.add(thread);
            }
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(THREADS, found.get());
            assertEquals(KEYS, server.requests().size());
        }
    }

    /** TCB infos for platforms that differ in the last byte of their FMSPC. */
    static List<EndorsementRequest> serveInfos(VendorServer server, int count) {
        PemChain signing = PemChain.of(Scene.QUOTE.tcbSigningCertificate(), Scene.QUOTE.root())
                .tail();
        List<EndorsementRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] fmspc = {0, 0x10, 0x20, 0x30, 0, (byte) i};
            byte[] json = Scene.INTEL
                    .tcbInfo(info -> info.fmspc(HexFormat.of().formatHex(fmspc)))
                    .signedTcbInfo()
                    .encode();
            server.intel().tcbInfo(fmspc, "", json, signing);
            requests.add(new EndorsementRequest.TcbInfo(Bytes.copyOf(fmspc), EvaluationSet.Update.STANDARD));
        }
        return requests;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
