package io.waypost.app.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so where root starts us it becomes {@code nobody}; where that user
 * cannot enter the data folder (a home folder of root's, say) a user namespace of its own takes the rights away instead.
 */
sealed interface ServerUser {

    /** The command line that runs the program as this user. */
    List<String> command(Path program, List<String> arguments);

    /** Gives a file or folder to this user. */
    void own(Path path) throws IOException;

    /**
     * The user for a server that keeps its files in the given folder.
     *
     * @throws IllegalStateException if root starts us and neither way is open
     */
    static ServerUser forFolder(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Ourselves();
        }
        if (succeeds("setpriv", "--reuid=nobody", "--clear-groups", "--regid=nogroup", "test", "-x",
                folder.toString())) {
            return new Nobody();
        }
        if (succeeds("unshare", "--user", "true")) {
            return new Namespace();
        }
        throw new IllegalStateException(
                """
                PostgreSQL will not run as root, and the user nobody cannot enter %s.
                Maybe start Waypost as an ordinary user, or choose a data folder that others may enter (--data DIR).\
                """
                        .formatted(folder));
    }

    /** The user that started the platform. */
    record Ourselves() implements ServerUser {

        @Override
        public List<String> command(Path program, List<String> arguments) {
            return line(List.of(), program, arguments);
        }

        @Override
        public void own(Path path) {
            // It is ours already.
        }
    }

    /** The system's unprivileged user. */
    record Nobody() implements ServerUser {

        @Override
        public List<String> command(Path program, List<String> arguments) {
            return line(List.of("setpriv", "--reuid=nobody", "--clear-groups", "--regid=nogroup"), program, arguments);
        }

        @Override
        public void own(Path path) throws IOException {
            var users = path.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(path, users.lookupPrincipalByName("nobody"));
        }
    }

    /** Ourselves inside a namespace in which we are not root. */
    record Namespace() implements ServerUser {

        @Override
        public List<String> command(Path program, List<String> arguments) {
            return line(List.of("unshare", "--user"), program, arguments);
        }

        @Override
        public void own(Path path) {
            // Outside of the namespace the files stay ours.
        }
    }

    private static List<String> line(List<String> prefix, Path program, List<String> arguments) {
        var line = new ArrayList<>(prefix);
        line.add(program.toString());
        line.addAll(arguments);
        return line;
    }

    private static boolean succeeds(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
