package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementItem;
import dev.assay.testvectors.intel.TdxSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Starts processes that work on a cache, and mints what they write. */
final class CacheProcesses {
    private CacheProcesses() {}

    /** Two versions, of different length, of the TCB info for each of some platforms. */
    static void mint(Path folder, int platforms) throws IOException {
        Files.createDirectory(folder);
        for (int i = 0; i < platforms; i++) {
            String fmspc = HexFormat.of().formatHex(new byte[] {0, 0x10, 0x20, 0x30, 0, (byte) i});
            for (int version = 0; version < 2; version++) {
                int number = version == 0 ? 9 : 10_000;
                TdxSimulator intel =
                        Scene.INTEL.tcbInfo(info -> info.fmspc(fmspc).evaluationNumber(number));
                Files.write(
                        folder.resolve(fmspc + "-" + version),
                        intel.signedTcbInfo().encode());
            }
        }
    }

    /** Mints, and reads the first version for each of the platforms. */
    static List<EndorsementItem> firstVersions(Path folder, int platforms) throws IOException {
        mint(folder, platforms);
        List<EndorsementItem> all = CacheChild.readVersions(folder);
        return Stream.iterate(0, i -> i < all.size(), i -> i + 2).map(all::get).toList();
    }

    /** Comes back once the process is at work. */
    static Process start(Path cache, Path versions, long seed, int writes, int room) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-cp",
                        classPath(),
                        CacheChild.class.getName(),
                        cache.toString(),
                        versions.toString(),
                        Long.toString(seed),
                        Integer.toString(writes),
                        Integer.toString(room))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        InputStream out = process.getInputStream();
        int first = out.read();
        if (first != 'r') {
            throw new IOException("the child did not start");
        }
        return process;
    }

    /** Wherever these classes are loaded from: folders, jars, class path or module path. */
    private static String classPath() {
        return Stream.of(CacheChild.class, DiskCache.class, tools.jackson.core.JsonParser.class, NullMarked.class)
                .map(type -> Path.of(Objects.requireNonNull(
                                type.getProtectionDomain().getCodeSource().getLocation())
                        .getPath()))
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    static List<String> unfinished(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".part"))
                    .toList();
        }
    }
}
