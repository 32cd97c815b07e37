package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar and the launcher, each in a process of its own. Runs after packaging. */
class PackagedCommandIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Shipped.MODULE.resolve("target/assay.jar");
    private static final Path LAUNCHER = Shipped.MODULE.resolveSibling("assay");
    private static final List<String> VERIFY =
            List.of("verify", Shipped.REPORT.toString(), "--endorsements", Shipped.VCEK.toString(), Shipped.AT);
    private static final List<String> OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    @TempDir
    Path folder = Path.of("");

    @Test
    void verifiesAReportWithoutBouncyCastleOrJackson() throws Exception {
        List<String> args = new ArrayList<>(VERIFY);
        args.add("--verify-only");
        CommandRun run = jar(List.of("-Xlog:class+load"), args);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("dev.assay.verify.SnpVerification source:"), "the log lists classes");
        assertFalse(run.out().contains("org.bouncycastle"), "a class of Bouncy Castle was loaded");
        assertFalse(run.out().contains("tools.jackson"), "a class of Jackson was loaded");
    }

    /** A policy's digest is that of its JSON, so that Jackson is needed here. */
    @Test
    void appraisesAReportWithoutBouncyCastle() throws Exception {
        CommandRun run = jar(List.of("-Xlog:class+load"), VERIFY);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("VERIFIED, and the policy passed"), run.out());
        assertFalse(run.out().contains("org.bouncycastle"), "a class of Bouncy Castle was loaded");
    }

    @Test
    void writesJsonWithoutBouncyCastle() throws Exception {
        List<String> args = new ArrayList<>(VERIFY);
        args.add("--json");
        CommandRun run = jar(List.of("-Xlog:class+load"), args);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("tools.jackson"), "the log lists classes");
        assertFalse(run.out().contains("org.bouncycastle"), "a class of Bouncy Castle was loaded");
    }

    /** What the platform generates while it runs is in no archive: each run would wait for it anew. */
    @Test
    void verifiesAReportWithoutGeneratingCodeForAnnotationsRecordsOrFormats() throws Exception {
        for (String form : List.of("--verify-only", "--json")) {
            List<String> args = new ArrayList<>(VERIFY);
            args.add(form);
            CommandRun run = jar(List.of("-Xlog:class+load"), args);
            assertEquals(0, run.status(), run.err());
            assertTrue(run.out().contains("dev.assay.verify.SnpVerification source:"), "the log lists classes");
            for (String sign : List.of("$Proxy", "java.lang.runtime.ObjectMethods ", "java.util.Formatter ")) {
                assertFalse(run.out().contains(sign), sign);
            }
        }
    }

    @Test
    void verifiesAQuoteWithoutBouncyCastle() throws Exception {
        MintedQuote minted = MintedQuote.genuine(folder);
        for (List<String> more : List.of(List.<String>of(), List.of("--json"))) {
            List<String> args = new ArrayList<>(List.of("verify", "--verify-only"));
            minted.arguments().forEach(argument -> args.add(argument.toString()));
            args.addAll(more);
            CommandRun run = jar(List.of("-Xlog:class+load"), args);
            assertEquals(0, run.status(), run.err());
            assertTrue(run.out().contains("dev.assay.verify.TdxVerification source:"), "the log lists classes");
            assertFalse(run.out().contains("org.bouncycastle"), "a class of Bouncy Castle was loaded");
        }
    }

    @Test
    void endsWithTheExitStatus() throws Exception {
        assertEquals(
                2, jar(List.of(), List.of("verify", Shipped.REPORT.toString())).status());
        assertEquals(3, jar(List.of(), List.of("show", Shipped.VCEK.toString())).status());
        CommandRun usage = jar(List.of(), List.of("show", "--colour"));
        assertEquals(64, usage.status());
        assertFalse(usage.err().contains("\tat "), usage.err());
    }

    @Test
    void writesNoColourIntoAFile() throws Exception {
        assertFalse(jar(List.of(), VERIFY).out().contains("\u001B"));
    }

    @Test
    void launchesFromAnyFolderAndThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("first link"), LAUNCHER);
        Path linkToLink = Files.createSymbolicLink(folder.resolve("second"), link.getFileName());
        for (Path start : List.of(LAUNCHER, link, linkToLink)) {
            List<String> command = new ArrayList<>(List.of(start.toString()));
            command.addAll(VERIFY);
            CommandRun run = process(command, Path.of(System.getProperty("java.home")));
            assertEquals(0, run.status(), run.err());
            assertEquals("VERIFIED, and the policy passed (built-in baseline)", run.firstLine());
            assertEquals("", run.err());
        }
    }

    @Test
    void theFirstRunOfAJavaArchivesItsClassesAndALaterOneMapsThem() throws Exception {
        Path tree = tree(folder.resolve("tree"));
        for (int i = 0; i < 2; i++) {
            CommandRun run = launched(tree);
            assertEquals(0, run.status(), run.err());
            assertEquals("VERIFIED, and the policy passed (built-in baseline)", run.firstLine());
            assertEquals("", run.err());
        }
        Path archive = archives(tree).get(0);
        CommandRun run = process(
                List.of(
                        JAVA.toString(),
                        "-XX:SharedArchiveFile=" + archive,
                        "-Xlog:class+load",
                        "-jar",
                        tree.resolve("cli/target/assay.jar").toString(),
                        "--version"),
                Path.of(System.getProperty("java.home")));
        assertTrue(
                run.out().lines().anyMatch(line -> line.matches(".* dev\\.assay\\.cli\\.Main source: shared .*")),
                "the archive is for this jar");
    }

    @Test
    void firstRunsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        Path tree = tree(folder.resolve("tree"));
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<String> command = new ArrayList<>(List.of(tree.resolve("assay").toString()));
            command.addAll(VERIFY);
            processes.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out" + i).toFile())
                    .start());
        }
        for (int i = 0; i < 2; i++) {
            assertTrue(processes.get(i).waitFor(300, TimeUnit.SECONDS), "the command ends");
            assertEquals(0, processes.get(i).exitValue());
            assertTrue(Files.readString(folder.resolve("out" + i)).startsWith("VERIFIED, and the policy passed"));
        }
        assertEquals(1, archives(tree).size(), "nothing is left of the other");
    }

    @Test
    void anArchiveThatIsNoneChangesNothingNorDoesASpaceInAName() throws Exception {
        Path tree = tree(folder.resolve("a tree"));
        assertEquals(0, launched(tree).status());
        Path archive = archives(tree).get(0);
        Files.delete(archive);
        for (byte[] content : List.of(new byte[0], "no archive".getBytes(StandardCharsets.UTF_8))) {
            Files.write(archive, content);
            CommandRun run = launched(tree);
            assertEquals(0, run.status(), run.err());
            assertEquals("VERIFIED, and the policy passed (built-in baseline)", run.firstLine());
            assertEquals("", run.err());
        }
    }

    /** The launcher with what it needs, elsewhere. */
    private static Path tree(Path root) throws IOException {
        for (String module : List.of("core", "testvectors", "cli")) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.createFile(root.resolve(module).resolve("pom.xml"));
        }
        Files.createFile(root.resolve("pom.xml"));
        for (Path sample : List.of(Shipped.REPORT, Shipped.VCEK, Shipped.QUOTE)) {
            Path copy = root.resolve("testvectors/vectors").resolve(Shipped.VECTORS.relativize(sample));
            Files.createDirectories(copy.getParent());
            Files.copy(sample, copy);
        }
        Path lib = Files.createDirectories(root.resolve("cli/target/lib"));
        try (Stream<Path> jars = Files.list(JAR.resolveSibling("lib"))) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
        Files.copy(JAR, root.resolve("cli/target/assay.jar"));
        Files.copy(LAUNCHER, root.resolve("assay"), StandardCopyOption.COPY_ATTRIBUTES);
        return root;
    }

    private static List<Path> archives(Path tree) throws IOException {
        try (Stream<Path> files = Files.list(tree.resolve("cli/target"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("assay-"))
                    .toList();
        }
    }

    private CommandRun launched(Path tree) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tree.resolve("assay").toString()));
        command.addAll(VERIFY);
        return process(command, Path.of(System.getProperty("java.home")));
    }

    @Test
    void launchesTheJavaOfJavaHome() throws Exception {
        CommandRun run = process(List.of(LAUNCHER.toString(), "--version"), folder.resolve("no java"));
        assertEquals(70, run.status());
        assertTrue(run.err().contains("no java/bin/java"), run.err());
    }

    @Test
    void aCollectorThatTheEnvironmentNamesIsUsed() throws Exception {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(VERIFY);
        for (String name : OPTIONS) {
            for (String collector : List.of("-XX:+UseG1GC", "-XX:+UseParallelGC", "-XX:+UseSerialGC")) {
                CommandRun run = process(command, Path.of(System.getProperty("java.home")), Map.of(name, collector));
                assertEquals(0, run.status(), run.out() + run.err());
                assertEquals("VERIFIED, and the policy passed (built-in baseline)", run.firstLine());
                assertTrue(run.err().lines().allMatch(line -> line.contains("Picked up " + name)), run.err());
            }
        }
    }

    /** Java would end with 1, which says that evidence is rejected, and print to standard output. */
    @Test
    void anOptionOfTheEnvironmentThatJavaRefusesIsNoVerdict() throws Exception {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(VERIFY);
        for (String name : OPTIONS) {
            CommandRun run = process(command, Path.of(System.getProperty("java.home")), Map.of(name, "-Xbogus"));
            assertEquals(70, run.status(), run.err());
            assertEquals("", run.out());
            assertTrue(run.err().contains("does not start with the options in"), run.err());
        }
    }

    /** What is archived in the first run serves all later ones. */
    @Test
    void theArchiveIsMadeWithoutTheOptionsOfTheEnvironment() throws Exception {
        Path tree = tree(folder.resolve("tree"));
        CommandRun run = process(
                List.of(tree.resolve("assay").toString(), "--version"),
                Path.of(System.getProperty("java.home")),
                Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC"));
        assertEquals(0, run.status(), run.err());
        assertTrue(Files.size(archives(tree).get(0)) > 0, "it was made");
    }

    @Test
    void aJavaThatIsTooOldIsNoVerdict() throws Exception {
        Path java = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        for (String version : List.of("1.8.0_392-b08", "9.0.4+11", "11.0.2+9", "16+36-2231")) {
            Files.writeString(
                    java, "#!/bin/sh\necho 'openjdk full version \"" + version + "\"' >&2\nexit $(($# - 1))\n");
            assertTrue(java.toFile().setExecutable(true), "it can be executed");
            CommandRun run = process(List.of(LAUNCHER.toString(), "show"), folder.resolve("old"));
            assertEquals(70, run.status(), run.err());
            assertTrue(run.err().contains("is Java " + version), run.err());
        }
    }

    private CommandRun jar(List<String> options, List<String> args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(args);
        return process(command, Path.of(System.getProperty("java.home")));
    }

    private CommandRun process(List<String> command, Path javaHome) throws IOException, InterruptedException {
        return process(command, javaHome, Map.of());
    }

    private CommandRun process(List<String> command, Path javaHome, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(OPTIONS);
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(300, TimeUnit.SECONDS), "the command ends");
            return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
        }
    }
}
