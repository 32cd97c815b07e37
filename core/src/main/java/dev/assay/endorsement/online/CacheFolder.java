package dev.assay.endorsement.online;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that any number of processes write whole files to. A file is written under another name, forced to the disk,
 * and moved in place at once, so that whoever looks sees the old one or the new one; and so it stays if a process or the
 * machine dies.
 */
final class CacheFolder {
    private static final String UNFINISHED = ".part";

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
        if (posix) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new IOException("others than its owner may write to " + folder);
            }
        }
        CacheFolder opened = new CacheFolder(folder, posix);
        opened.removeAbandoned(now);
        return opened;
    }

    Optional<byte[]> read(String name, int most) {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            byte[] content = in.readNBytes(most + 1);
            return content.length > most ? Optional.empty() : Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(String name, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(folder, "", UNFINISHED, only("rw-------", posix));
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
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

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    int size() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                count += entry.toString().endsWith(UNFINISHED) ? 0 : 1;
            }
        }
        return count;
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
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
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
