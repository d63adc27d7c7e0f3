package io.waypost.watch.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HashMap;
import java.util.Map;

/** Numbers in the order in which names are first seen; sites whose code begins with O are outlets. */
final class MapVocabulary implements Vocabulary {

    private final Names sites = new Names();
    private final Names devices = new Names();
    private final Names operators = new Names();
    private final Map<Long, Integer> lanes = new HashMap<>();

    private static final class Names {

        final ByteNames bytes = new ByteNames();
        final Map<String, Integer> numbers = new HashMap<>();

        int number(String name) {
            return numbers.computeIfAbsent(name, fresh -> {
                int number = numbers.size() + 1;
                bytes.put(fresh.getBytes(US_ASCII), number);
                return number;
            });
        }
    }

    @Override
    public int knownSite(byte[] text, int from, int length) {
        return sites.bytes.number(text, from, length);
    }

    @Override
    public int knownDevice(byte[] text, int from, int length) {
        return devices.bytes.number(text, from, length);
    }

    @Override
    public int knownOperator(byte[] text, int from, int length) {
        return operators.bytes.number(text, from, length);
    }

    @Override
    public int site(String code) {
        return sites.number(code);
    }

    @Override
    public int device(String name) {
        return devices.number(name);
    }

    @Override
    public int operator(String name) {
        return operators.number(name);
    }

    @Override
    public boolean outlet(int site) {
        return site % 2 == 1;
    }

    @Override
    public int lane(int site, int nextSite) {
        return lanes.computeIfAbsent(((long) site << 32) | nextSite, _ -> lanes.size() + 1);
    }
}
