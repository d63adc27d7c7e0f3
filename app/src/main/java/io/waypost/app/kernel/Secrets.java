package io.waypost.app.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** The installation's own secrets: made at the first start, kept in files that only its user reads, never in the repository. */
public final class Secrets {

    private final Path folder;

    public Secrets(Path data) {
        this.folder = data.resolve("keys");
    }

    /** The 32 random bytes of that name, made if they are missing. */
    public byte[] bytes(String name) {
        return Base64.getUrlDecoder().decode(text(name));
    }

    /** The same as text that can stand in a password. */
    public String text(String name) {
        return keep(name, Secrets::random);
    }

    /** The secret of that name; what {@code maker} gives is kept if there is none yet. */
    public String keep(String name, Supplier<String> maker) {
        try {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var file = folder.resolve(name);
            return Files.exists(file) ? Files.readString(file).strip() : write(file, maker.get());
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "The secret %s in %s cannot be read or made.%nMaybe the folder belongs to another user."
                            .formatted(name, folder),
                    unreadable);
        }
    }

    /** A fresh password that a person can type: twelve letters and digits without look-alikes, 59 random bits. */
    public String words() {
        var letters = "abcdefghjkmnpqrstuvwxyz23456789";
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }

    private static String random() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String write(Path file, String text) throws IOException {
        var owned = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                owned)) {
            channel.write(StandardCharsets.US_ASCII.encode(text));
            return text;
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return Files.readString(file).strip();
        }
    }
}
