package io.waypost.app.money;

import static io.waypost.app.testing.Until.until;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's bank as a process of its own, started from its source; killed it comes back with what it did. */
final class BankProcess implements AutoCloseable {

    private static final Path SOURCE = Path.of("../simulator/src/main/java/io/waypost/simulator/bank/BankMain.java");

    private final Path folder;
    private final List<String> manners;
    private final int port;
    private @Nullable Process process;

    private BankProcess(Path folder, List<String> manners) throws IOException {
        this.folder = folder;
        this.manners = manners;
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    /** Starts one that keeps its keys and its journal in the folder. */
    static BankProcess start(Path folder, String... manners) {
        try {
            var bank = new BankProcess(folder, List.of(manners));
            bank.start();
            return bank;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it again. */
    void start() throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", libraries(), SOURCE.toString(), "--port",
                Integer.toString(port), "--keys", folder.toString(), "--journal",
                folder.resolve("journal").toString()));
        command.addAll(manners);
        var log = folder.resolve("bank.log");
        Files.deleteIfExists(log);
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var started = process;
        until(Duration.ofSeconds(90), () -> {
            if (!started.isAlive()) {
                throw new IllegalStateException("The bank ended: " + Files.readString(log));
            }
            return Files.readString(log).contains("listens");
        });
    }

    /** It dies as by kill -9. */
    void kill() {
        var alive = process;
        if (alive != null) {
            alive.destroyForcibly().onExit().join();
            process = null;
        }
    }

    /** How it is reached. */
    MoneySettings.Platform platform(@Nullable URI notifyUrl) {
        return new MoneySettings.Platform(URI.create("http://127.0.0.1:" + port), "M1", "MS1",
                folder.resolve("merchant-private.pem"), "PS1", folder.resolve("platform-public.pem"), notifyUrl,
                Duration.ofSeconds(3));
    }

    /** By key, every outcome that it ever decided on. */
    Map<String, List<String>> outcomes() {
        try {
            return Files.readAllLines(folder.resolve("journal")).stream().filter(line -> line.startsWith("T"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.groupingBy(cells -> cells[1], TreeMap::new,
                            Collectors.mapping(cells -> cells[6], Collectors.toList())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How many notices were heard. */
    long heard() {
        try {
            return Files.readAllLines(folder.resolve("journal")).stream().filter(line -> line.startsWith("N")).count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Where what the bank is written with lies. */
    private static String libraries() {
        return Stream.of(JsonMapper.class, JsonParser.class, JsonProperty.class, NullMarked.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
