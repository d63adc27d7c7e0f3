import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same messages into the same tables with a transaction for each: the conversation locked, the sender's number looked up, the entry
 * added, the conversation grown. Straight from JDBC, without sockets and without what the desk does beside.
 *
 * <p>{@code OneByOne ADDRESS PASSWORD MESSAGES IN_FLIGHT THREADS}.
 */
final class OneByOne {

    private static final String WORDS = "我的快递为什么还没有到，已经等了三天了，请帮我查一下，谢谢。";

    public static void main(String[] arguments) throws Exception {
        int messages = Integer.parseInt(arguments[2]);
        var conversations = conversations(arguments[0], arguments[1]);
        var turns = new Semaphore(Integer.parseInt(arguments[3]));
        int threads = Integer.parseInt(arguments[4]);
        var connections = ThreadLocal.withInitial(() -> open(arguments[0], arguments[1]));
        run(messages / 5, conversations, turns, threads, connections);
        var waits = new long[messages];
        long began = System.nanoTime();
        System.arraycopy(run(messages, conversations, turns, threads, connections), 0, waits, 0, messages);
        long nanoseconds = System.nanoTime() - began;
        Arrays.sort(waits);
        System.out.println(String.join("\t", "alone", "" + messages, "" + nanoseconds / 1_000_000, "" + waits[messages / 2] / 1_000,
                "" + waits[(int) (messages * 99L / 100)] / 1_000, "" + waits[messages - 1] / 1_000));
    }

    private static long[] run(int messages, List<UUID> conversations, Semaphore turns, int threads, ThreadLocal<Connection> connections)
            throws Exception {
        var waits = new long[messages];
        var failed = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int number = 0; number < messages; number++) {
                int place = number;
                turns.acquire();
                long sent = System.nanoTime();
                pool.execute(() -> {
                    try {
                        write(connections.get(), conversations.get(place % conversations.size()));
                    } catch (Exception failure) {
                        failed.incrementAndGet();
                        failure.printStackTrace();
                    }
                    waits[place] = System.nanoTime() - sent;
                    turns.release();
                });
            }
        }
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " could not be written.");
        }
        return waits;
    }

    private static void write(Connection connection, UUID conversation) throws Exception {
        var cid = UUID.randomUUID().toString();
        long last;
        try (var lock = connection.prepareStatement("select last_seq from conversation.conversation where id = ? for update")) {
            lock.setObject(1, conversation);
            var row = lock.executeQuery();
            row.next();
            last = row.getLong(1) + 1;
        }
        try (var known = connection.prepareStatement("select seq from conversation.entry where conversation_id = ? and cid = ?")) {
            known.setObject(1, conversation);
            known.setString(2, cid);
            known.executeQuery();
        }
        try (var add = connection.prepareStatement("""
                insert into conversation.entry (conversation_id, seq, author, author_name, kind, text, cid, at)
                values (?, ?, 'CUSTOMER', '', 'TEXT', ?, ?, now())
                """)) {
            add.setObject(1, conversation);
            add.setLong(2, last);
            add.setString(3, WORDS);
            add.setString(4, cid);
            add.executeUpdate();
        }
        try (var grow = connection.prepareStatement("""
                update conversation.conversation set last_seq = ?, read_customer = ?, last_text = ?, last_author = 'CUSTOMER', last_at = now()
                where id = ?
                """)) {
            grow.setLong(1, last);
            grow.setLong(2, last);
            grow.setString(3, WORDS);
            grow.setObject(4, conversation);
            grow.executeUpdate();
        }
        connection.commit();
    }

    private static List<UUID> conversations(String address, String password) throws Exception {
        var found = new ArrayList<UUID>();
        try (var connection = open(address, password);
                var query = connection.prepareStatement("select id from conversation.conversation order by id")) {
            var rows = query.executeQuery();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }

    private static Connection open(String address, String password) {
        try {
            var connection = DriverManager.getConnection(address, "postgres", password);
            connection.setAutoCommit(false);
            return connection;
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException("The database does not answer.", failure);
        }
    }
}
