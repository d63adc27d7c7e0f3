import io.waypost.core.watch.CompactScan;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * PostgreSQL as the state, the rule in Java: scans in batches, the rows of a batch read by key, judged, copied into a temporary table and
 * merged, one commit a batch with all durability; deadlines are swept over an index once an hour of the log. The deadline is written only
 * where it has become earlier, which spares the index most of the writes.
 */
final class PostgresPeer {

    private static final int BATCH = 20_000;
    private static final int SWEEP_SECONDS = 3_600;
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    private final Connection connection;
    private final PreparedStatement read;
    private final PreparedStatement passed;
    private final PreparedStatement merge;
    private final PreparedStatement forget;
    private final Rule rule;
    private final List<byte[]> batch = new ArrayList<>();
    private int swept;

    private PostgresPeer(Connection connection, Rule rule, int start) throws SQLException {
        this.connection = connection;
        this.rule = rule;
        swept = start;
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE parcel (key bigint PRIMARY KEY, row bytea NOT NULL, due integer NOT NULL) WITH (fillfactor = 60);
                    CREATE INDEX ON parcel (due) WHERE due < 2147483647;
                    CREATE TEMPORARY TABLE incoming (key bigint, row bytea, due integer) ON COMMIT DELETE ROWS""");
        }
        connection.setAutoCommit(false);
        connection.commit();
        read = connection.prepareStatement("SELECT key, row FROM parcel WHERE key = ANY (?)");
        passed = connection.prepareStatement("SELECT key, row FROM parcel WHERE due < ? ORDER BY due LIMIT " + BATCH);
        merge = connection.prepareStatement("""
                INSERT INTO parcel SELECT key, row, due FROM incoming
                ON CONFLICT (key) DO UPDATE SET row = excluded.row, due = excluded.due""");
        forget = connection.prepareStatement("DELETE FROM parcel WHERE key = ANY (?)");
    }

    static Found run(Path folder, int parcels) throws Exception {
        var made = new Scans(parcels);
        var found = new Found();
        try (var server = PostgresServer.start(folder);
                var connection = DriverManager.getConnection(server.url())) {
            var peer = new PostgresPeer(connection, new Rule(made, found), made.start());
            Measured.begin(server.pid());
            made.forEach(new Scans.Taker() {
                @Override
                public void scan(long key, CompactScan scan) throws Exception {
                    peer.batch.add(Rule.bytes(key, scan));
                    if (peer.batch.size() == BATCH) {
                        peer.apply();
                    }
                }

                @Override
                public void minute(int second) throws Exception {
                    if (second - peer.swept >= SWEEP_SECONDS) {
                        peer.sweep(second);
                    }
                }
            });
            peer.sweep(made.end());
            Measured.end(server.pid());
        }
        return found;
    }

    private void apply() throws Exception {
        if (batch.isEmpty()) {
            return;
        }
        Map<Long, byte[]> rows = new LinkedHashMap<>();
        batch.forEach(scan -> rows.put(Rule.key(scan), Rule.fresh()));
        read.setArray(1, connection.createArrayOf("bigint", rows.keySet().toArray()));
        try (var known = read.executeQuery()) {
            while (known.next()) {
                rows.put(known.getLong(1), known.getBytes(2));
            }
        }
        batch.forEach(scan -> rule.scanned(rows.get(Rule.key(scan)), scan));
        batch.clear();
        write(rows);
        connection.commit();
    }

    private void sweep(int now) throws Exception {
        apply();
        swept = now;
        while (true) {
            Map<Long, byte[]> rows = new LinkedHashMap<>();
            passed.setInt(1, now);
            try (var due = passed.executeQuery()) {
                while (due.next()) {
                    rows.put(due.getLong(1), due.getBytes(2));
                }
            }
            if (rows.isEmpty()) {
                connection.commit();
                return;
            }
            var over = new ArrayList<Long>();
            rows.forEach((key, row) -> {
                if (!rule.passed(key, row, now)) {
                    over.add(key);
                }
            });
            rows.keySet().removeAll(over);
            write(rows);
            if (!over.isEmpty()) {
                forget.setArray(1, connection.createArrayOf("bigint", over.toArray()));
                forget.executeUpdate();
            }
            connection.commit();
        }
    }

    private void write(Map<Long, byte[]> rows) throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream(rows.size() * 80);
        var out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
        for (var each : rows.entrySet()) {
            out.writeShort(3);
            out.writeInt(Long.BYTES);
            out.writeLong(each.getKey());
            out.writeInt(Rule.ROW);
            out.write(each.getValue());
            out.writeInt(Integer.BYTES);
            out.writeInt(Rule.due(each.getValue()));
        }
        out.writeShort(-1);
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY incoming FROM STDIN (FORMAT binary)",
                new java.io.ByteArrayInputStream(bytes.toByteArray()));
        merge.executeUpdate();
        try (var statement = connection.createStatement()) {
            statement.execute("TRUNCATE incoming");
        }
    }
}
