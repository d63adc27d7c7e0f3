package io.waypost.simulator.network;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Network and staff as the CSV files that the platform imports. */
public final class ImportFiles {

    private ImportFiles() {}

    /** The organisation tree. */
    public static byte[] network(List<Unit> units) {
        return file("code,name,kind,parent,division,address,phone,opens,closes,serviceArea,active", units.stream()
                .map(unit -> row(unit.code(), unit.name(), unit.kind().name(), unit.parent(), unit.division(),
                        unit.address(),
                        unit.phone(), unit.opens(), unit.closes(), unit.serviceArea(), "true")));
    }

    /** People with their duties; all get the same first password. */
    public static byte[] people(List<Person> people, String password) {
        return file("username,name,phone,roles,unit,initialPassword,dutyFor", people.stream()
                .map(person -> row(person.username(), person.name(), person.phone(), String.join(" ", person.roles()),
                        person.unit(),
                        password, String.join(" ", person.dutyFor()))));
    }

    private static byte[] file(String header, Stream<String> rows) {
        return Stream.concat(Stream.of(header), rows).collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(ImportFiles::cell).collect(Collectors.joining(","));
    }

    private static String cell(String value) {
        return value.matches("[^,\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
