package io.waypost.core.sop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The kinds that an installation begins with (默认工单类型): the trade's usual two levels. People add and retire kinds later. */
public final class DefaultKinds {

    private static final KindCatalogue CATALOGUE = new KindCatalogue(read());

    private DefaultKinds() {}

    /** The catalogue. */
    public static KindCatalogue catalogue() {
        return CATALOGUE;
    }

    private static List<KindEntry> read() {
        try (var in = Objects.requireNonNull(DefaultKinds.class.getResourceAsStream("kinds.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DefaultKinds::entry)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static KindEntry entry(String line) {
        var cells = line.split("\t", -1);
        var flags = cells[5];
        return new KindEntry(new TicketKind(cells[0]), cells[1], cells[2], BizType.valueOf(cells[3]),
                Matter.valueOf(cells[4]), flags.contains("p"), flags.contains("m"), !flags.contains("x"), true);
    }
}
