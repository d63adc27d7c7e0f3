package io.waypost.app.kernel.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the PostgreSQL programs from the Maven artefact, once. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/}, {@code lib/} and {@code share/}. */
    static Path unpackInto(Path folder) throws IOException {
        var done = folder.resolve("programs");
        if (Files.isDirectory(done)) {
            return done;
        }
        var archive = "/postgres-linux-%s.txz".formatted(architecture());
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IllegalStateException(
                        """
                        There is no embedded PostgreSQL for this machine (%s is missing).
                        Maybe use a PostgreSQL of your own: set WAYPOST_DATABASE_URL (docs/operations.md).\
                        """
                                .formatted(archive));
            }
            // Into a folder of its own first: a start that was interrupted leaves nothing that looks complete.
            var half = Files.createTempDirectory(folder, "unpacking");
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16))),
                    half);
            Files.move(half, done, StandardCopyOption.ATOMIC_MOVE);
            return done;
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path into) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var target = into.resolve(entry.getName()).normalize();
            if (!target.startsWith(into)) {
                throw new IOException(
                        "The archive wants to write outside of its folder: %s".formatted(entry.getName()));
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
        if ((mode & 0100) != 0) {
            permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
        }
        return permissions;
    }

    private static String architecture() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }
}
