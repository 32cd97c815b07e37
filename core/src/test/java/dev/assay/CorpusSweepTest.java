package dev.assay;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every piece of evidence that is at hand, cut at every length, and with every single byte set to 0x00, 0xFF and
 * flipped: decoding gives a value or the one documented exception, nothing else.
 */
class CorpusSweepTest {
    @Test
    void shippedEvidence() {
        for (byte[] evidence : List.of(RealEvidence.report(), RealEvidence.quote())) {
            sweep(evidence, RealEvidence::decodesOrIsMalformed);
            sweep(evidence, RealEvidence::canBeShownOrIsMalformed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"snp/reports", "snp/negative", "tdx/quotes"})
    void evidenceOfTheCorpus(String folder) throws IOException {
        String corpus = System.getProperty("assay.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus");
        evidence(Path.of(corpus, folder)).parallelStream()
                .forEach(bytes -> sweep(bytes, RealEvidence::decodesOrIsMalformed));
    }

    /** A certificate table is no evidence by itself: it is decoded as one, and behind a report. */
    @Test
    void certificateTablesOfTheCorpus() throws IOException {
        String corpus = System.getProperty("assay.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus");
        for (byte[] table : evidence(Path.of(corpus, "snp/cert-tables"))) {
            sweep(table, RealEvidence::isTableOrMalformed);
            byte[] report = RealEvidence.report();
            sweep(table, changed -> {
                byte[] extended = Arrays.copyOf(report, report.length + changed.length);
                System.arraycopy(changed, 0, extended, report.length, changed.length);
                RealEvidence.decodesOrIsMalformed(extended);
            });
        }
    }

    private static List<byte[]> evidence(Path folder) throws IOException {
        List<byte[]> evidence = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".bin")).toList()) {
                evidence.add(Files.readAllBytes(file));
            }
        }
        assertTrue(!evidence.isEmpty(), folder.toString());
        return evidence;
    }

    private static void sweep(byte[] evidence, Consumer<byte[]> check) {
        for (int length = 0; length <= evidence.length; length++) {
            check.accept(Arrays.copyOf(evidence, length));
        }
        byte[] changed = evidence.clone();
        for (int i = 0; i < evidence.length; i++) {
            for (int value : new int[] {0x00, 0xFF, ~evidence[i]}) {
                changed[i] = (byte) value;
                check.accept(changed);
            }
            changed[i] = evidence[i];
        }
    }
}
