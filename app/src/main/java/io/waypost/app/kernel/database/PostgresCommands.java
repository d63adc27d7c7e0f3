package io.waypost.app.kernel.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The three programs of the bundle, run as an ordinary user. */
final class PostgresCommands {

    private static final int SECONDS = 120;

    private final Path binaries;
    private final Path cluster;
    private final Path log;
    private final ServerUser user;

    PostgresCommands(Path binaries, Path cluster, Path log, ServerUser user) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.log = log;
        this.user = user;
    }

    void initialise(Path passwordFile) throws IOException {
        must(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + EmbeddedPostgres.OWNER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
    }

    boolean isRunning() throws IOException {
        return run("pg_ctl", "status", "--pgdata=" + cluster).code() == 0;
    }

    void start(int port, int bufferMegabytes) throws IOException {
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        user.own(log);
        must("pg_ctl", "start", "--pgdata=" + cluster, "--wait", "--timeout=" + SECONDS, "--log=" + log,
                "--options=-p %d -c shared_buffers=%dMB".formatted(port, bufferMegabytes));
    }

    void stop() {
        try {
            must("pg_ctl", "stop", "--pgdata=" + cluster, "--wait", "--timeout=" + SECONDS, "--mode=fast");
        } catch (IOException failure) {
            throw new IllegalStateException("PostgreSQL in %s did not stop.".formatted(cluster), failure);
        }
    }

    private void must(String program, String... arguments) throws IOException {
        var result = run(program, arguments);
        if (result.code() != 0) {
            throw new IOException(
                    "%s ended with %d: %s%nMaybe %s tells more.".formatted(program, result.code(),
                            result.output().strip(), log));
        }
    }

    private record Result(int code, String output) {}

    private Result run(String program, String... arguments) throws IOException {
        // Output goes to a file: the server keeps the inherited handles, so that a pipe would never end.
        var output = Files.createTempFile("waypost-" + program, ".out");
        try {
            var command = user.command(binaries.resolve("bin").resolve(program), List.of(arguments));
            var process = new ProcessBuilder(command)
                    .directory(binaries.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(Path.of("/dev/null").toFile());
            process.environment().keySet().removeIf(name -> name.startsWith("PG"));
            process.environment().put("LC_ALL", "C");
            var running = process.start();
            if (!running.waitFor(SECONDS + 30, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IOException("%s did not end within %d seconds.".formatted(program, SECONDS + 30));
            }
            return new Result(running.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while %s ran.".formatted(program), interrupted);
        } finally {
            Files.delete(output);
        }
    }
}
