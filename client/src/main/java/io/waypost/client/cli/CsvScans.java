package io.waypost.client.cli;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** CSV with a header line; columns in any order, upper and lower case and underscores alike. */
final class CsvScans implements ScanLines.Source {

    private static final List<String> REQUIRED = List.of("waybill", "type", "scannedAt", "site");

    private static final Map<String, String> COLUMNS = List
            .of("waybill", "type", "scannedAt", "site", "promisedAt", "nextSite",
                    "device", "operator", "bag", "weightKg", "remark", "eventId")
            .stream()
            .collect(Collectors.toMap(CsvScans::plain, name -> name));

    private final JsonMapper json = new JsonMapper();

    private final Path file;

    private final CloseableIterator<CsvRecord> records;

    /** Our name of a column by its position; positions of unknown columns are absent. */
    private final Map<Integer, String> columns = new TreeMap<>();

    CsvScans(Path file, Reader reader, Consumer<String> warnings) throws IOException {
        this.file = file;
        this.records = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(reader)
                .iterator();
        CsvRecord header = read();
        if (header == null) {
            throw new WrongUse(file + ":1: the header line is missing.");
        }
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = COLUMNS.get(plain(header.getField(i)));
            if (name == null) {
                unknown.add(header.getField(i));
            } else {
                columns.put(i, name);
            }
        }
        List<String> missing = REQUIRED.stream().filter(name -> !columns.containsValue(name)).toList();
        if (!missing.isEmpty()) {
            throw new WrongUse(
                    "%s:1: the column%s %s of a scan file %s missing; the header has %s.\nMaybe the header line is absent."
                            .formatted(file, missing.size() == 1 ? "" : "s", String.join(", ", missing),
                                    missing.size() == 1 ? "is" : "are",
                                    String.join(", ", header.getFields())));
        }
        if (!unknown.isEmpty()) {
            warnings.accept("%s:1: unknown columns are left out: %s".formatted(file, String.join(", ", unknown)));
        }
    }

    @Override
    public ScanLines.@Nullable Line next() throws IOException {
        CsvRecord csv = read();
        if (csv == null) {
            return null;
        }
        ObjectNode scan = json.createObjectNode();
        columns.forEach((position, name) -> {
            String value = position < csv.getFieldCount() ? csv.getField(position).strip() : "";
            if (!value.isEmpty()) {
                put(scan, name, value);
            }
        });
        return new ScanLines.Line(csv.getStartingLineNumber(), String.join(",", csv.getFields()),
                json.writeValueAsString(scan));
    }

    private static void put(ObjectNode scan, String name, String value) {
        if (name.equals("weightKg") && value.matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
            scan.put(name, new BigDecimal(value));
        } else {
            scan.put(name, value);
        }
    }

    private @Nullable CsvRecord read() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new WrongUse("%s: %s\nMaybe a quotation mark is not closed.".formatted(file, e.getMessage()));
        }
    }

    private static String plain(String name) {
        return name.replace("_", "").strip().toLowerCase(Locale.ROOT);
    }

}
