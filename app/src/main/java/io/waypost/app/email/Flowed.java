package io.waypost.app.email;

/** Plain text whose lines a program has broken to be joined again (RFC 3676). */
final class Flowed {

    private Flowed() {}

    static String text(MimePart part) {
        var text = part.text().replace("\r\n", "\n");
        var type = part.contentType();
        return type.get("format").equalsIgnoreCase("flowed")
                ? joined(text, type.get("delsp").equalsIgnoreCase("yes"))
                : text;
    }

    private static String joined(String text, boolean dropSpace) {
        var joined = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            var own = line.startsWith(" ") ? line.substring(1) : line;
            if (own.endsWith(" ") && !own.equals("-- ") && !own.startsWith(">")) {
                joined.append(dropSpace ? own.substring(0, own.length() - 1) : own);
            } else {
                joined.append(own).append('\n');
            }
        }
        return joined.toString();
    }
}
