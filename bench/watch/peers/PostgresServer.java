import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL from the bundle that the platform embeds, on the loopback address, with its defaults for durability. */
final class PostgresServer implements AutoCloseable {

    private static final String SETTINGS = "-c shared_buffers=1GB -c max_wal_size=4GB -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
            + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on";
    private static final String NOBODY = "65534";

    private final Path binaries;
    private final Path data;
    private final int port;

    private PostgresServer(Path binaries, Path data, int port) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
    }

    static PostgresServer start(Path folder) throws IOException, InterruptedException {
        var home = Files.createDirectories(folder.resolve("postgres"));
        var archive = home.resolve("postgres.txz");
        try (var bundle = PostgresServer.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            Files.copy(bundle, archive);
        }
        run(List.of("tar", "-xJf", archive.toString(), "-C", home.toString()));
        var data = Files.createDirectories(home.resolve("data"));
        if (root()) {
            run(List.of("chown", "-R", NOBODY + ":" + NOBODY, data.toString()));
        }
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var server = new PostgresServer(home, data, port);
        server.program("initdb", "--username=bench", "--auth=trust", "--encoding=UTF8", "--locale=C", "--data-checksums");
        server.program("pg_ctl", "start", "--wait", "--log=" + data.resolve("log"), "--options=-p " + port + " " + SETTINGS);
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=bench".formatted(port);
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        program("pg_ctl", "stop", "--wait", "--mode=fast");
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(binaries.resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        command.add("--pgdata=" + data);
        run(command);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var quiet = Path.of("/dev/null").toFile();
        int code = new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectInput(quiet).redirectOutput(quiet)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        if (code != 0) {
            throw new IOException("%s ended with %d.".formatted(command, code));
        }
    }
}
