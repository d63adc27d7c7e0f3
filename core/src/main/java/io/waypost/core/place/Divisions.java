package io.waypost.core.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * China's administrative divisions (行政区划): 34 provinces, their cities and districts with GB/T 2260 codes, names and
 * centres.
 *
 * <p>Immutable and safe for threads; {@link #china()} reads the packaged table once. Below Taiwan the standard lists
 * nothing, and neither does this table. Not a gazetteer of today: codes are those of 2021, and a code that is younger
 * resolves to its city or province.
 */
public final class Divisions {

    private static final double EARTH_RADIUS_KM = 6371.0;

    private final Map<String, Division> byCode;

    private final Map<String, List<Division>> children;

    private final Map<String, Set<String>> neighbours;

    private Divisions(Map<String, Division> byCode, Map<String, Set<String>> neighbours) {
        this.byCode = Collections.unmodifiableMap(byCode);
        this.neighbours = neighbours;
        Map<String, List<Division>> below = new HashMap<>();
        for (Division division : byCode.values()) {
            parentCode(division).ifPresent(
                    parent -> below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(division));
        }
        this.children = below;
    }

    /** The table that is packaged with this class. */
    public static Divisions china() {
        return Packaged.CHINA;
    }

    /** The division with exactly this six-digit code. */
    public Optional<Division> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The smallest known division that a code lies in: 440199 is unknown and resolves to Guangzhou, "4401" and "44" are
     * short forms. Empty for what is not a Chinese code at all.
     */
    public Optional<Division> resolve(String code) {
        if (code.length() < 2 || code.length() > 12 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String six = (code + "000000").substring(0, 6);
        return byCode(six).or(() -> byCode(six.substring(0, 4) + "00")).or(() -> byCode(six.substring(0, 2) + "0000"));
    }

    /** All 34 provinces (省级行政区) by code. */
    public List<Division> provinces() {
        return ofLevel(1);
    }

    /** All cities (地级市) by code, with the four municipalities and without mere groups of counties. */
    public List<Division> cities() {
        return ofLevel(2).stream().filter(city -> !city.grouping()).toList();
    }

    /** What lies directly below a code, by code; empty below districts and below what is unknown. */
    public List<Division> children(String code) {
        return Collections.unmodifiableList(children.getOrDefault(code, List.of()));
    }

    /** The code above: the city of a district, the province of a city; empty for a province. */
    public Optional<String> parentCode(Division division) {
        if (division.level() == 1) {
            return Optional.empty();
        }
        String city = division.code().substring(0, 4) + "00";
        return Optional.of(division.level() == 3 && byCode.containsKey(city) ? city : division.provinceCode());
    }

    /** The province that a code lies in. */
    public Optional<Division> provinceOf(String code) {
        return resolve(code).flatMap(division -> byCode(division.provinceCode()));
    }

    /** The city that a code lies in; empty for a province other than a municipality, Hong Kong, Macau and Taiwan. */
    public Optional<Division> cityOf(String code) {
        Optional<Division> found = resolve(code);
        if (found.isPresent() && found.get().level() == 1) {
            return byCode(code.substring(0, 2) + "0100").filter(_ -> isMunicipality(code))
                    .or(() -> found.filter(_ -> isSeparateCustomsTerritory(code)));
        }
        return found.flatMap(division -> byCode(division.cityCode()));
    }

    /** The name as published, or the code itself where it is unknown. */
    public String name(String code) {
        return byCode(code).map(Division::name).orElse(code);
    }

    /** The name with everything above it, such as 广东省广州市天河区; groups of counties and doubled names are left out. */
    public String fullName(String code) {
        Optional<Division> at = byCode(code);
        if (at.isEmpty()) {
            return code;
        }
        StringBuilder name = new StringBuilder();
        String last = "";
        for (Division division : line(at.get())) {
            if (!division.grouping() && !division.name().equals(last)) {
                name.append(division.name());
                last = division.name();
            }
        }
        return name.toString();
    }

    /** Great-circle distance between the centres of two codes in kilometres; empty where one of them is unknown. */
    public OptionalDouble distanceKm(String from, String to) {
        Optional<Division> a = resolve(from);
        Optional<Division> b = resolve(to);
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(greatCircleKm(a.get(), b.get()))
                : OptionalDouble.empty();
    }

    /** The codes of the provinces that share a border, or the Qiongzhou strait, with the one that a code lies in. */
    public Set<String> neighbours(String code) {
        return provinceOf(code).map(province -> neighbours.getOrDefault(province.code(), Set.of())).orElse(Set.of());
    }

    /** Whether the code lies in one of the four municipalities (直辖市). */
    static boolean isMunicipality(String code) {
        return Set.of("11", "12", "31", "50").contains(code.substring(0, 2));
    }

    /** Whether parcels from elsewhere to this code pass customs: Hong Kong, Macau, Taiwan (港澳台). */
    static boolean isSeparateCustomsTerritory(String code) {
        return Set.of("71", "81", "82").contains(code.substring(0, 2));
    }

    private List<Division> ofLevel(int level) {
        return byCode.values().stream().filter(division -> division.level() == level).toList();
    }

    private List<Division> line(Division division) {
        List<Division> line = new ArrayList<>(List.of(division));
        Optional<Division> above = parentCode(division).flatMap(this::byCode);
        while (above.isPresent()) {
            line.addFirst(above.get());
            above = parentCode(above.get()).flatMap(this::byCode);
        }
        return line;
    }

    private static double greatCircleKm(Division a, Division b) {
        double latA = Math.toRadians(a.latitude());
        double latB = Math.toRadians(b.latitude());
        double halfLat = Math.sin((latB - latA) / 2);
        double halfLon = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
        double h = halfLat * halfLat + Math.cos(latA) * Math.cos(latB) * halfLon * halfLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static final class Packaged {

        private static final Divisions CHINA = read();

        private static Divisions read() {
            Map<String, Division> divisions = new LinkedHashMap<>();
            Map<String, Set<String>> neighbours = new HashMap<>();
            try (InputStream in = Objects.requireNonNull(Divisions.class.getResourceAsStream("divisions.tsv"),
                    "The packaged table divisions.tsv is missing.");
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#"))
                        .forEach(line -> readLine(line.split("\t", -1), divisions, neighbours));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the packaged table divisions.tsv.", e);
            }
            return new Divisions(divisions, neighbours);
        }

        private static void readLine(String[] cells, Map<String, Division> divisions,
                Map<String, Set<String>> neighbours) {
            if (cells[0].equals("!")) {
                for (String other : cells[2].split(" ", -1)) {
                    neighbours.computeIfAbsent(cells[1] + "0000", _ -> new TreeSet<>()).add(other + "0000");
                    neighbours.computeIfAbsent(other + "0000", _ -> new TreeSet<>()).add(cells[1] + "0000");
                }
                return;
            }
            String code = cells[0];
            int level = code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
            Division above = divisions.getOrDefault(code.substring(0, 4) + "00",
                    divisions.get(code.substring(0, 2) + "0000"));
            double longitude = cells.length > 3 || above == null ? Double.parseDouble(cells[2]) : above.longitude();
            double latitude = cells.length > 3 || above == null ? Double.parseDouble(cells[3]) : above.latitude();
            divisions.put(code, new Division(code, cells[1], level, longitude, latitude));
        }
    }
}
