package dev.assay.cli;

import dev.assay.bundle.Bundle;
import dev.assay.model.Bytes;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.SgxPlatform;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A folder of many bundles, all different, of a few platforms: reports and quotes in turns. Laid out in folders of a
 * thousand, with the roots beside.
 *
 * @param top where the folder of bundles and the roots are
 */
record MintedFolder(Path top) {
    private static final int REPORT_DATA_OF_QUOTE = 48 + 520;
    private static final int SIGNED_PART_OF_QUOTE = 48 + 584;
    private static final int SIGNATURE_OF_QUOTE = SIGNED_PART_OF_QUOTE + 4;
    private static final int PER_FOLDER = 1000;

    static MintedFolder of(Path top, int bundles, int platforms) {
        AmdHierarchy amd = AmdHierarchy.create(AmdProduct.MILAN, 0);
        byte[] ask = amd.intermediate(VekKind.VCEK);
        byte[] crl = amd.crl();
        int pairs = Math.max(1, platforms / 2);
        @SuppressWarnings({"unchecked", "rawtypes"})
        IntFunction<Bundle>[] makers = new IntFunction[2 * pairs];
        IntStream.range(0, pairs).parallel().forEach(i -> {
            makers[2 * i] =
                    reports(SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, i), VekKind.VCEK), ask, crl);
            makers[2 * i + 1] = quotes(i);
        });
        Path stored = top.resolve("bundles");
        IntStream.range(0, bundles).parallel().forEach(i -> {
            Bundle bundle = makers[i % makers.length].apply(i);
            Path file = stored.resolve(String.format("%03d/%06d.json", i / PER_FOLDER, i));
            try {
                Files.createDirectories(file.resolveSibling(""));
                Files.write(file, bundle.write().toArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Shipped.write(top.resolve("amd.der"), amd.root());
        Shipped.write(
                top.resolve("intel.der"), TdxSimulator.create().hierarchy().root());
        Shipped.write(
                top.resolve("newer.json"),
                TdxSimulator.create()
                        .tcbInfo(info -> info.evaluationNumber(21).level(0, level -> level.withStatus("OutOfDate")))
                        .signedTcbInfo()
                        .encode());
        return new MintedFolder(top);
    }

    Path bundles() {
        return top.resolve("bundles");
    }

    private static IntFunction<Bundle> reports(SnpSimulator machine, byte[] ask, byte[] crl) {
        byte[] leaf = machine.hierarchy().leaf(VekKind.VCEK, AmdProduct.MILAN.tcb(), machine.chipId());
        Bundle shared = Bundle.at(SnpSimulator.AT)
                .add("vcek.der", Bytes.copyOf(leaf))
                .add("ask.der", Bytes.copyOf(ask))
                .add("ark.crl", Bytes.copyOf(crl))
                .build();
        return number -> Bundle.at(SnpSimulator.AT)
                .evidence(Bytes.copyOf(
                        machine.sign(machine.reportTemplate(3).vmpl(0).reportData(nonce(number)))))
                .addItems(shared)
                .build();
    }

    /** Only the body changes from quote to quote, so only its signature is made anew. */
    private static IntFunction<Bundle> quotes(int platform) {
        TdxSimulator machine = TdxSimulator.create()
                .platform(right -> SgxPlatform.valid(1000 + platform).cpuSvn(right.cpuSvn()));
        TdxEvidence evidence = machine.quote(4, TdReportEncoder.Kind.TD_1_0, right -> right);
        Bundle shared = Bundle.at(TdxSimulator.AT)
                .add("tcb-info.json", Bytes.copyOf(evidence.tcbInfo()))
                .add("identity.json", Bytes.copyOf(evidence.qeIdentity()))
                .add("pck.crl", Bytes.copyOf(evidence.pckCrl()))
                .add("root.crl", Bytes.copyOf(evidence.rootCrl()))
                .add("tcb-signing.der", Bytes.copyOf(evidence.tcbSigningCertificate()))
                .build();
        return number -> {
            ByteBuffer quote = ByteBuffer.wrap(evidence.quote());
            quote.put(REPORT_DATA_OF_QUOTE, nonce(number));
            byte[] signed = new byte[SIGNED_PART_OF_QUOTE];
            quote.get(0, signed);
            quote.put(SIGNATURE_OF_QUOTE, machine.hierarchy().attestationKey().signRaw(signed));
            return Bundle.at(TdxSimulator.AT)
                    .evidence(Bytes.copyOf(quote.array()))
                    .addItems(shared)
                    .build();
        };
    }

    private static byte[] nonce(int number) {
        return ByteBuffer.allocate(64).putInt(number).array();
    }
}
