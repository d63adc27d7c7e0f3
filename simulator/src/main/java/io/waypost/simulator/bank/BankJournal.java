package io.waypost.simulator.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bank did, a line each, on disk before it says so; a line that was cut off when it was killed is dropped. {@code T}, key, amount,
 * tries, when, when it settles, outcome, where to tell; or {@code N} and the key of a transfer whose notice was heard.
 */
final class BankJournal implements AutoCloseable {

    private static final String NOWHERE = "-";

    private final FileChannel file;

    BankJournal(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            file.truncate(Files.readAllBytes(path).length - torn(Files.readAllBytes(path)));
            file.position(file.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How many bytes behind the last whole line. */
    private static int torn(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return bytes.length - end;
    }

    /** What stands in a journal. */
    record Read(List<Transfer> transfers, List<String> heard) {}

    static Read read(Path path) throws IOException {
        List<Transfer> transfers = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            String[] cells = line.split("\t", -1);
            if (cells[0].equals("N")) {
                heard.add(cells[1]);
            } else {
                transfers.add(new Transfer(cells[1], Long.parseLong(cells[2]), Integer.parseInt(cells[3]),
                        Instant.parse(cells[4]), Instant.parse(cells[5]), Transfer.Outcome.valueOf(cells[6]),
                        cells[7].equals(NOWHERE) ? null : cells[7]));
            }
        }
        return new Read(transfers, heard);
    }

    void transfer(Transfer one) {
        String where = one.notifyUrl();
        write(String.join("\t", "T", one.key(), Long.toString(one.amount()), Integer.toString(one.tries()),
                one.at().toString(), one.settlesAt().toString(), one.outcome().name(),
                where == null ? NOWHERE : where));
    }

    void heard(String key) {
        write("N\t" + key);
    }

    private synchronized void write(String line) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
