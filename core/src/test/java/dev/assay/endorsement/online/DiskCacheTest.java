package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items on disk: what comes back is what was put there, or nothing. */
class DiskCacheTest {
    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("cache");
    }

    private DiskCache open() throws IOException {
        return DiskCache.open(folder(), () -> SnpSimulator.AT);
    }

    private static EndorsementItem item(EndorsementRequest request, byte[] content, byte[] chain) {
        return EndorsementItem.examine(
                        request, Bytes.copyOf(content), Bytes.copyOf(chain), "https://origin/", SnpSimulator.AT)
                .anyItem()
                .orElseThrow();
    }

    private static EndorsementItem vcek() {
        return item(Scene.vcek(), Scene.REPORT.leaf(), new byte[0]);
    }

    private static EndorsementItem tcbInfo() {
        return item(Scene.tcbInfo(), Scene.QUOTE.tcbInfo(), Scene.QUOTE.root());
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> all = files.filter(CacheFolder::isItem).toList();
            assertEquals(1, all.size());
            return all.get(0);
        }
    }

    @Test
    void whatComesBackIsWhatWasPutThere() throws IOException {
        open().keep(tcbInfo());
        open().keep(vcek());
        for (EndorsementItem kept : List.of(tcbInfo(), vcek())) {
            EndorsementItem found = open().find(kept.request()).orElseThrow();
            assertEquals(kept.request(), found.request());
            assertEquals(kept.content(), found.content());
            assertEquals(kept.issuerChain(), found.issuerChain());
            assertEquals(kept.origin(), found.origin());
            assertEquals(kept.retrievedAt(), found.retrievedAt());
            assertEquals(kept.goodUntil(), found.goodUntil());
        }
    }

    @Test
    void aTruncatedFileIsNotThere() throws IOException {
        DiskCache cache = open();
        cache.keep(vcek());
        byte[] whole = Files.readAllBytes(onlyFile());
        for (int length = 0; length < whole.length; length++) {
            Files.write(onlyFile(), Arrays.copyOf(whole, length));
            assertTrue(cache.find(Scene.vcek()).isEmpty(), "of " + length + " bytes");
        }
        cache.keep(vcek());
        assertTrue(cache.find(Scene.vcek()).isPresent());
    }

    @Test
    void aChangedFileIsNotThere() throws IOException {
        DiskCache cache = open();
        cache.keep(vcek());
        byte[] whole = Files.readAllBytes(onlyFile());
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x20;
            Files.write(onlyFile(), changed);
            assertTrue(cache.find(Scene.vcek()).isEmpty(), "byte " + i);
        }
        Files.write(onlyFile(), Arrays.copyOf(whole, whole.length + 1));
        assertTrue(cache.find(Scene.vcek()).isEmpty());
    }

    @Test
    void aFileUnderAnothersNameIsNotThere() throws IOException {
        DiskCache cache = open();
        cache.keep(vcek());
        byte[] milan = Files.readAllBytes(onlyFile());
        Files.delete(onlyFile());
        SnpSimulator other = SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 1), Scene.MILAN.kind());
        var evidence = other.report(report -> report);
        EndorsementItem kept = item(Scene.vcek(Product.MILAN, evidence), evidence.leaf(), new byte[0]);
        cache.keep(kept);
        Files.write(onlyFile(), milan);
        assertTrue(cache.find(kept.request()).isEmpty());
    }

    @Test
    void folderAndFilesAreForTheirOwnerAloneAndNameNoChip() throws IOException {
        assumeTrue(folder().getFileSystem().supportedFileAttributeViews().contains("posix"));
        open().keep(vcek());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())));
        assertFalse(onlyFile().toString().contains(Scene.vcek().hwId().hex().substring(0, 16)));
    }

    @Test
    void aFolderThatOthersMayWriteToIsRefused() throws IOException {
        assumeTrue(folder().getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.createDirectory(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThrows(IOException.class, this::open);
    }

    @Test
    void anythingButAFolderIsRefused() throws IOException {
        Files.createFile(folder());
        assertThrows(IOException.class, this::open);
    }

    /** Its key and length could be written, and nothing would ever read them again. */
    @Test
    void anItemThatCannotBeWrittenDownIsNoFailureOfTheRequest() throws IOException {
        List<EndorsementEvent> events = new ArrayList<>();
        DiskCache cache = DiskCache.open(folder(), () -> SnpSimulator.AT, DiskBounds.defaults(), events::add);
        cache.keep(EndorsementItem.examine(
                        Scene.vcek(),
                        Bytes.copyOf(Scene.REPORT.leaf()),
                        Bytes.empty(),
                        "o".repeat(70_000),
                        SnpSimulator.AT)
                .anyItem()
                .orElseThrow());
        assertTrue(cache.find(Scene.vcek()).isEmpty());
        assertEquals(EndorsementEvent.Kind.CACHE_UNWRITABLE, events.get(0).kind());
    }

    /** Only the superuser can set this up. */
    @Test
    void aFolderOfSomebodyElseIsRefused() throws IOException {
        Files.createDirectory(folder());
        try {
            Files.setOwner(
                    folder(),
                    folder().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "folders cannot be given away here");
        }
        assertThrows(IOException.class, this::open);
    }

    @Test
    void aLinkToAFolderIsJudgedByTheFolder() throws IOException {
        assumeTrue(folder().getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path open = Files.createDirectory(parent.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwx---"));
        Files.createSymbolicLink(folder(), open);
        assertThrows(IOException.class, this::open);
    }

    @Test
    void aDiskThatFailsIsNoFailureOfTheRequest() throws IOException {
        List<EndorsementEvent> events = new ArrayList<>();
        DiskCache cache = DiskCache.open(folder(), () -> SnpSimulator.AT, DiskBounds.defaults(), events::add);
        Files.delete(folder().resolve("prune.lock"));
        Files.delete(folder());
        cache.keep(vcek());
        assertTrue(cache.find(Scene.vcek()).isEmpty());
        assertEquals(EndorsementEvent.Kind.CACHE_UNWRITABLE, events.get(0).kind());
    }

    @Test
    void onlyLongUnfinishedFilesAreRemoved() throws IOException {
        open();
        Path old = Files.createFile(folder().resolve("assay-1.part"));
        Path young = Files.createFile(folder().resolve("assay-2.part"));
        Path anothers = Files.createFile(folder().resolve("download.part"));
        Instant now = SnpSimulator.AT;
        Files.setLastModifiedTime(anothers, FileTime.from(now.minus(Duration.ofDays(2))));
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofHours(2))));
        Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofMinutes(2))));
        open();
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(anothers), "whatever this is, it is not the cache's");
        assertTrue(Files.exists(young));
    }
}
