package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.bundle.Bundle;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.reappraisal.Reappraisal;
import dev.assay.reappraisal.ReappraisalFormatException;
import dev.assay.reappraisal.Reappraised;
import dev.assay.reappraisal.Reappraised.Compared;
import dev.assay.reappraisal.RunHeader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A line of what an earlier run wrote, its header or what became of a bundle: what is read is written and read again. */
class RunLineFuzzTest {
    static Stream<byte[]> seeds() {
        byte[] newer = Minted.INTEL
                .tcbInfo(info -> info.level(0, level -> level.withStatus("OutOfDate")))
                .signedTcbInfo()
                .encode();
        Reappraisal again = new Reappraisal(Minted.VERIFIER, Minted.DEFAULTS, Endorsements.of(newer), Minted.TD.at());
        Bundle bundle = Bundle.at(Minted.TD.at())
                .evidence(Bytes.copyOf(Minted.TD.quote()))
                .add("all", Minted.TD_ENDORSEMENTS)
                .build();
        RunHeader header = new RunHeader(
                bundle.at(), Minted.DEFAULTS.reference(), bundle.write().sha256(), "crl=required");
        return Stream.of(
                        header.toJson(),
                        again.reappraise("a", bundle).toJson(),
                        again.reappraise("b", Bundle.at(bundle.at()).build()).toJson())
                .map(line -> line.getBytes(StandardCharsets.US_ASCII));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.hold(
                input, ReappraisalFormatException.class, bytes -> header(new String(bytes, StandardCharsets.UTF_8)));
        Promises.hold(
                input, ReappraisalFormatException.class, bytes -> bundle(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static String header(String line) throws ReappraisalFormatException {
        RunHeader header = RunHeader.fromJson(line);
        assertEquals(header, RunHeader.fromJson(header.toJson()));
        return header.toString();
    }

    private static String bundle(String line) throws ReappraisalFormatException {
        Reappraised one = Reappraised.fromJson(line);
        assertEquals(one, Reappraised.fromJson(one.toJson()));
        return one instanceof Compared compared
                ? compared + " " + compared.change() + compared.lost() + compared.gained()
                : one.toString();
    }
}
