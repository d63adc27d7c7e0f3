package io.waypost.app.kernel.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in the data folder, kept across restarts, with fsync on, on the loopback address only.
 *
 * <p>The binaries come inside a Maven artefact. A server left behind by a killed platform is taken over, not fought.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The role that owns everything. */
    public static final String OWNER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final PostgresCommands commands;
    private final DataFolderLock lock;
    private final int port;

    private EmbeddedPostgres(PostgresCommands commands, DataFolderLock lock, int port) {
        this.commands = commands;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts the server of the given data folder, making it first if there is none.
     *
     * @throws IllegalStateException if it cannot start; the message says why and where its log is
     */
    public static EmbeddedPostgres start(Path data, String ownerPassword) {
        try {
            Files.createDirectories(data);
            var lock = DataFolderLock.take(data);
            var folder = data.toAbsolutePath().resolve("postgres");
            var cluster = folder.resolve("cluster");
            Files.createDirectories(folder);
            var user = ServerUser.forFolder(folder);
            var commands = new PostgresCommands(PostgresBinaries.unpackInto(folder), cluster,
                    folder.resolve("server.log"), user);
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(folder, cluster, commands, user, ownerPassword);
            }
            if (!commands.isRunning()) {
                int port = freePort();
                commands.start(port, bufferMegabytes(memory()));
                LOG.info("PostgreSQL serves {} on 127.0.0.1:{}", cluster, port);
                return new EmbeddedPostgres(commands, lock, port);
            }
            int port = runningPort(cluster);
            LOG.info("PostgreSQL was still running on 127.0.0.1:{}; taken over", port);
            return new EmbeddedPostgres(commands, lock, port);
        } catch (IOException failure) {
            throw new IllegalStateException("The embedded PostgreSQL in %s did not start.".formatted(data), failure);
        }
    }

    /** The JDBC address of a database on this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public void close() {
        commands.stop();
        lock.close();
    }

    private static void initialise(Path folder, Path cluster, PostgresCommands commands, ServerUser user,
            String password)
            throws IOException {
        // A half-made cluster of a start that was interrupted has no PG_VERSION yet and is of no use.
        deleteTree(cluster);
        Files.createDirectory(cluster,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(cluster);
        var passwordFile = Files.writeString(folder.resolve("password"), password + "\n");
        user.own(passwordFile);
        try {
            commands.initialise(passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        var settings = new ArrayList<>(List.of("", "# Waypost"));
        settings.addAll(SETTINGS);
        Files.write(
                cluster.resolve("postgresql.conf"),
                settings,
                java.nio.file.StandardOpenOption.APPEND);
    }

    // Durable first: fsync and synchronous_commit stay on. Sizes suit one small machine.
    private static final List<String> SETTINGS = List.of(
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            "password_encryption = 'scram-sha-256'",
            "fsync = on",
            "synchronous_commit = on",
            "full_page_writes = on",
            "max_connections = 100",
            "effective_cache_size = '2GB'",
            "maintenance_work_mem = '128MB'",
            "work_mem = '16MB'",
            "max_wal_size = '4GB'",
            "checkpoint_timeout = '15min'",
            "random_page_cost = 1.1",
            "jit = off",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "log_min_messages = 'warning'");

    /**
     * How much of the machine's memory holds pages of the database: an eighth, from 256 MB to 2 GB. PostgreSQL takes it page by page
     * as it needs it. Less makes every deadline read pages again when a million tickets are open (docs/adr/0021).
     */
    static int bufferMegabytes(long memory) {
        return Math.clamp(memory / 8 / (1 << 20), 256, 2048);
    }

    private static long memory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int runningPort(Path cluster) throws IOException {
        // Line 4 of postmaster.pid is the port (PostgreSQL documentation, "Server file layout").
        return Integer.parseInt(Files.readAllLines(cluster.resolve("postmaster.pid")).get(3).strip());
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
