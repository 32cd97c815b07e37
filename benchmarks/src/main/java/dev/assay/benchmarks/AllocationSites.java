package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Which code of the library is responsible for what a piece of work allocates, by Java's flight recorder. It notes each
 * object for which its thread needed a new allocation buffer; with small ones there are many, see {@link Allocation}. An
 * object is noted with a probability of its size over the buffer's, so that each note stands for a buffer of bytes or, if
 * it is larger, for the object alone.
 *
 * @param samples how many notes there were
 * @param bytes what each call allocates by these, which should be close to what the counter says
 * @param steps the share of each step, that is the first method of the library below the entry points
 * @param checks the share of each step that signature checks within it have
 * @param sites the share of each place, that is the last method of the library, helpers aside, before anybody else's code
 */
record AllocationSites(
        int samples, double bytes, Map<String, Double> steps, Map<String, Double> checks, Map<String, Double> sites) {
    static final String SIGNATURES = "signature checks and their keys";

    private static final String NEW_BUFFER = "jdk.ObjectAllocationInNewTLAB";
    private static final String NO_BUFFER = "jdk.ObjectAllocationOutsideTLAB";
    /** What {@link Allocation} asks the virtual machine for; no object is larger. */
    private static final int BUFFER = 32 * 1024;

    private static final String LIBRARY = "dev.assay.";
    private static final String OURSELVES = "dev.assay.benchmarks.";
    private static final String HIDDEN = "$$Lambda";
    private static final String OUTSIDE = "outside the library";

    /** Whose methods say only that the verification has begun, or that something is read. */
    private static final List<String> ENTRIES = List.of(
            "dev.assay.Verifier",
            "dev.assay.verify.SnpVerification",
            "dev.assay.verify.TdxVerification",
            "dev.assay.verify.SignatureMemory",
            "dev.assay.endorsement.Endorsements");

    /** What others call for their own ends. */
    private static final List<String> HELPERS = List.of("dev.assay.model.Bytes");

    private static final List<String> CHECKS = List.of(
            "dev.assay.verify.Signatures",
            "dev.assay.verify.BouncyCastleSignatures",
            "dev.assay.verify.ProviderSignatures");

    static AllocationSites of(Callable<?> work, int calls) throws Exception {
        Shifted shifted = new Shifted(work);
        Path file = Files.createTempFile("allocation", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(NEW_BUFFER).withStackTrace();
            recording.enable(NO_BUFFER).withStackTrace();
            recording.start();
            for (int call = 0; call < calls; call++) {
                shifted.call();
            }
            recording.stop();
            recording.dump(file);
            return read(file, calls);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Without the shift, every call would fill a buffer at the same few places, since one does as the other. It is made of
     * small objects, since after a large one that fills a buffer the next would always be as empty.
     */
    private static final class Shifted implements Callable<Object> {
        private static final int SMALL = 64;

        private final SplittableRandom random = new SplittableRandom(1);
        private final Callable<?> work;
        private volatile byte[] shift = {};

        Shifted(Callable<?> work) {
            this.work = work;
        }

        @Override
        public Object call() throws Exception {
            for (int left = random.nextInt(BUFFER / SMALL); left > 0; left--) {
                shift = new byte[SMALL];
            }
            return List.of(shift.length, work.call());
        }
    }

    private static AllocationSites read(Path file, int calls) throws IOException {
        Map<String, Double> steps = new HashMap<>();
        Map<String, Double> checks = new HashMap<>();
        Map<String, Double> sites = new HashMap<>();
        double total = 0;
        int samples = 0;
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (!ofWork(event)) {
                    continue;
                }
                List<RecordedFrame> frames = event.getStackTrace().getFrames();
                String step = step(frames);
                String site = site(frames, event.getClass("objectClass"));
                double weight = weight(event);
                steps.merge(step, weight, Double::sum);
                sites.merge(site, weight, Double::sum);
                if (site.equals(SIGNATURES)) {
                    checks.merge(step, weight, Double::sum);
                }
                total += weight;
                samples++;
            }
        }
        double all = total;
        steps.replaceAll((name, weight) -> weight / all);
        checks.replaceAll((name, weight) -> weight / all);
        sites.replaceAll((name, weight) -> weight / all);
        return new AllocationSites(samples, all / calls, Map.copyOf(steps), Map.copyOf(checks), Map.copyOf(sites));
    }

    /** Neither of another thread, nor of the recorder, nor of the shifting. */
    private static boolean ofWork(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        if (stack == null) {
            return false;
        }
        int shifted = 0;
        List<RecordedFrame> frames = stack.getFrames();
        while (shifted < frames.size()
                && !frames.get(shifted).getMethod().getType().getName().equals(Shifted.class.getName())) {
            shifted++;
        }
        return shifted == frames.size()
                // So deep in the library that the outermost methods were left out.
                ? stack.isTruncated() && frames.stream().anyMatch(AllocationSites::ofLibrary)
                : shifted > 0 && isWork(frames.get(shifted - 1));
    }

    private static boolean isWork(RecordedFrame calledByShifted) {
        return calledByShifted.getMethod().getType().getName().startsWith(OURSELVES);
    }

    private static double weight(RecordedEvent event) {
        double size = event.getLong("allocationSize");
        return event.hasField("tlabSize") ? Math.max(size, event.getLong("tlabSize") - size) : size;
    }

    /** The names and shares, greatest first. */
    static List<Map.Entry<String, Double>> sorted(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private static String step(List<RecordedFrame> innermostFirst) {
        String step = OUTSIDE;
        for (int i = innermostFirst.size() - 1; i >= 0; i--) {
            RecordedFrame frame = innermostFirst.get(i);
            if (ofLibrary(frame)) {
                step = name(frame);
                if (!isOf(frame, ENTRIES)) {
                    return step;
                }
            }
        }
        return step;
    }

    private static String site(List<RecordedFrame> innermostFirst, RecordedClass allocated) {
        if (innermostFirst.stream().anyMatch(frame -> isOf(frame, CHECKS))) {
            return SIGNATURES;
        }
        return innermostFirst.stream()
                .filter(frame -> ofLibrary(frame) && !isOf(frame, HELPERS))
                .findFirst()
                .map(frame -> name(frame) + ": " + type(allocated))
                .orElse(OUTSIDE);
    }

    private static boolean ofLibrary(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return type.startsWith(LIBRARY) && !type.startsWith(OURSELVES) && !type.contains(HIDDEN);
    }

    private static boolean isOf(RecordedFrame frame, List<String> classes) {
        String type = frame.getMethod().getType().getName();
        int nested = type.indexOf('$');
        return classes.contains(nested < 0 ? type : type.substring(0, nested));
    }

    private static String name(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "."
                + method(frame.getMethod().getName());
    }

    /** A lambda by the method that it stands in, of whose name the compiler makes the lambda's. */
    private static String method(String name) {
        return name.startsWith("lambda$") ? name.substring(7, name.lastIndexOf('$')) : name;
    }

    private static String type(RecordedClass allocated) {
        String name = allocated.getName();
        return switch (name) {
            case "[B" -> "byte[]";
            case "[I" -> "int[]";
            case "[J" -> "long[]";
            case "[C" -> "char[]";
            case "[Z" -> "boolean[]";
            default ->
                name.contains(HIDDEN)
                        ? "lambda"
                        : name.substring(name.lastIndexOf('.') + 1).replace(";", "[]");
        };
    }
}
