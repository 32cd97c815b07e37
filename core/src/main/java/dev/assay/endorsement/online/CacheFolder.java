package dev.assay.endorsement.online;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder that any number of processes write whole files to. A file is written under another name, forced to the disk,
 * and moved in place at once, so that whoever looks sees the old one or the new one; and so it stays if a process or the
 * machine dies.
 */
final class CacheFolder {
    private static final String UNFINISHED_START = "assay-";
    private static final String UNFINISHED_END = ".part";

    private static final String LOCK = "prune.lock";

    /** A digest. */
    private static final Pattern ITEM = Pattern.compile("[0-9a-f]{64}");

    /** No write takes that long: its process is gone. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final boolean posix;

    private CacheFolder(Path folder, boolean posix) {
        this.folder = folder;
        this.posix = posix;
    }

    /** Makes the folder if it is not there, for its owner alone. */
    static CacheFolder open(Path folder, Instant now) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, only("rwx------", posix));
        CacheFolder opened = new CacheFolder(folder, posix);
        if (posix) {
            opened.checkOwner();
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new IOException("others than its owner may write to " + folder);
            }
        }
        opened.removeAbandoned(now);
        return opened;
    }

    /** Whoever owns a folder may write to it, whatever its permissions say. */
    private void checkOwner() throws IOException {
        boolean unix = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (unix && Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"))) {
            return;
        }
        Path own = unfinished();
        try {
            if (!Files.getOwner(folder).equals(Files.getOwner(own))) {
                throw new IOException("somebody else owns " + folder);
            }
        } finally {
            Files.deleteIfExists(own);
        }
    }

    private Path unfinished() throws IOException {
        return Files.createTempFile(folder, UNFINISHED_START, UNFINISHED_END, only("rw-------", posix));
    }

    Optional<byte[]> read(String name, int most) {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            byte[] content = in.readNBytes(most + 1);
            return content.length > most ? Optional.empty() : Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Notes the use of a file, so that it is not the first to be given up.
     *
     * @param step a use that was noted less than this ago is enough
     */
    void use(String name, Instant now, Duration step) {
        try {
            Path file = folder.resolve(name);
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(step))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException e) {
            // Gone meanwhile, or a folder that is only read.
        }
    }

    void write(String name, byte[] content, Instant now) throws IOException {
        Path unfinished = unfinished();
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.setLastModifiedTime(unfinished, FileTime.from(now));
            Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        forceFolder();
    }

    void prune(DiskBounds bounds, Instant now, String justWritten) throws IOException {
        Path lock = folder.resolve(LOCK);
        Set<OpenOption> options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try (FileChannel channel = FileChannel.open(lock, options, only("rw-------", posix))) {
            new CachePruning(folder, bounds, now).run(channel, justWritten);
        }
    }

    /** Nothing else is ever removed for want of room: somebody may have named the wrong folder. */
    static boolean isItem(Path file) {
        return ITEM.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** The new name is on the disk too; where folders cannot be opened, the file system sees to that by itself. */
    private void forceFolder() throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private void removeAbandoned(Instant now) throws IOException {
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, UNFINISHED_START + "*" + UNFINISHED_END)) {
            for (Path entry : entries) {
                try {
                    if (Files.getLastModifiedTime(entry).toInstant().isBefore(now.minus(ABANDONED))) {
                        Files.deleteIfExists(entry);
                    }
                } catch (NoSuchFileException e) {
                    // Another process has just finished or removed it.
                }
            }
        }
    }

    private static FileAttribute<?>[] only(String permissions, boolean posix) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
