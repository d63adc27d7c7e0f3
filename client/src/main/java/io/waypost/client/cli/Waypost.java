package io.waypost.client.cli;

import io.waypost.client.ApiException;
import io.waypost.client.RetryPolicy;
import io.waypost.client.ServerUnreachable;
import io.waypost.client.WaypostClient;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The {@code waypost} command: {@code waypost scans import FILE}. */
public final class Waypost {

    static final String USAGE = """
        Usage: waypost scans import FILE [options]

        Sends the scans of a CSV or NDJSON file (also .gz) to the server. CSV needs a header line with the columns
        waybill, type, scannedAt, site and may have promisedAt, nextSite, device, operator, bag, weightKg, remark, eventId.
        Lines that are refused go to FILE.rejected.csv; the others are not held up. Sending a file again is harmless.

        Options:
          --server URL     address of the server           (default: $WAYPOST_SERVER or http://localhost:8080)
          --key KEY        partner key with scans.write    (default: $WAYPOST_KEY)
          --charset NAME   encoding of the file            (default: UTF-8; GB18030 for files from Excel in Chinese)
          --batch N        lines per call, at most 10000   (default: 5000)

        Exit codes: 0 all lines taken, 1 some lines rejected, 2 wrong use or unreadable file, 3 server refused or unreachable
        """;

    private final PrintStream out;

    private final PrintStream err;

    private final Map<String, String> environment;

    private final RetryPolicy retries;

    Waypost(PrintStream out, PrintStream err, Map<String, String> environment, RetryPolicy retries) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.retries = retries;
    }

    /** Runs the command and exits with its code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Waypost(out, err, System.getenv(), RetryPolicy.PATIENT).run(List.of(args)).code());
    }

    Exit run(List<String> args) {
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.wantsHelp()) {
                out.print(USAGE);
                return Exit.DONE;
            }
            return importScans(arguments);
        } catch (WrongUse e) {
            err.println("waypost: " + e.getMessage());
            return Exit.WRONG_USE;
        } catch (ApiException | ServerUnreachable e) {
            err.println("waypost: " + e.getMessage());
            return Exit.SERVER;
        }
    }

    private Exit importScans(Arguments arguments) {
        String server = arguments.option("server")
                .orElse(environment.getOrDefault("WAYPOST_SERVER", "http://localhost:8080"));
        String key = arguments.option("key").orElse(environment.getOrDefault("WAYPOST_KEY", ""));
        if (key.isBlank()) {
            throw new WrongUse("a partner key is needed.\nMaybe set WAYPOST_KEY, or give --key wpk_…");
        }
        Path file = Path.of(arguments.file());
        Charset charset = arguments.charset();
        try (WaypostClient client = new WaypostClient(address(server), key, retries)) {
            ScanImport.Totals totals = new ScanImport(client::sendScanLines, arguments.batch(), err).run(file, charset);
            out.println(totals.describe());
            return totals.rejected() == 0 ? Exit.DONE : Exit.SOME_REJECTED;
        }
    }

    private static URI address(String server) {
        try {
            URI address = URI.create(server);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // falls through to the message
        }
        throw new WrongUse("'%s' is no address of a server.\nMaybe http://%s".formatted(server, server));
    }
}
