package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.bundle.Bundle;
import dev.assay.model.Bytes;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that would take a hundred times their size in memory, among good ones, in a process with little of it. */
class HostileBundlesTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final TdxEvidence QUOTE = MACHINE.quote(4, TdReportEncoder.Kind.TD_1_0, right -> right);
    private static final int ITEM = 3_000_000;

    @TempDir
    private Path top = Path.of("");

    private static Bundle bundle() {
        return Bundle.at(TdxSimulator.AT)
                .evidence(Bytes.copyOf(QUOTE.quote()))
                .add("tcb-info.json", Bytes.copyOf(QUOTE.tcbInfo()))
                .add("identity.json", Bytes.copyOf(QUOTE.qeIdentity()))
                .add("pck.crl", Bytes.copyOf(QUOTE.pckCrl()))
                .add("root.crl", Bytes.copyOf(QUOTE.rootCrl()))
                .add("signing.der", Bytes.copyOf(QUOTE.tcbSigningCertificate()))
                .build();
    }

    /** As somebody would write it who does not use the library, which reads items when it packs them. */
    private static String with(String item) {
        String good = new String(bundle().write().toArray(), StandardCharsets.US_ASCII);
        Bytes bytes = Bytes.copyOf(item.getBytes(StandardCharsets.US_ASCII));
        String text = java.util.Base64.getEncoder().encodeToString(bytes.toArray());
        return good.replace(
                "\"endorsements\":[",
                "\"endorsements\":[{\"kind\":\"other\",\"origin\":\"x\",\"sha256\":\""
                        + bytes.sha256().hex() + "\",\"bytes\":\"" + text + "\"},");
    }

    private static String filled(String part) {
        return "{\"a\":[" + part.repeat(ITEM / part.length()) + "1]}";
    }

    @Test
    void theyNeitherEndARunNorTakeMoreMemoryThanOthers() throws Exception {
        Path stored = Files.createDirectory(top.resolve("stored"));
        Path root = Shipped.write(top.resolve("root.der"), QUOTE.root());
        int number = 0;
        for (int i = 0; i < 2; i++) {
            for (String part : List.of("1,", "{},", "{\"a\":1},", "[],")) {
                Files.writeString(stored.resolve("bundle" + number++), with(filled(part)));
            }
            String pem = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
            Files.writeString(stored.resolve("bundle" + number++), with(pem.repeat(ITEM / pem.length())));
            String good = new String(bundle().write().toArray(), StandardCharsets.US_ASCII);
            Files.writeString(
                    stored.resolve("bundle" + number++),
                    good.replace("\"endorsements\":[", "\"endorsements\":[" + "1,".repeat(1_900_000)));
        }
        Shipped.write(stored.resolve("good"), bundle().write().toArray());
        Path out = top.resolve("out");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        path,
                        Main.class.getName(),
                        "reappraise",
                        stored.toString(),
                        "--threads",
                        "2",
                        "--trust-anchor",
                        root.toString(),
                        "--at",
                        TdxSimulator.AT.toString(),
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(top.resolve("messages").toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(1, process.exitValue(), Files.readString(top.resolve("messages")));
        List<String> lines = Files.readAllLines(out);
        assertEquals(number + 3, lines.size());
        assertTrue(lines.get(number + 1).contains("\"after\":{\"verdict\":\"pass\""), lines.get(number + 1));
        assertTrue(lines.get(number + 2).contains("\"pass\":1,"), lines.get(number + 2));
    }
}
