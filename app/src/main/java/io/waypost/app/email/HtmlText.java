package io.waypost.app.email;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** Markup to plain text, in one pass whose cost does not depend on how deep it is nested; what is quoted can be left out. */
final class HtmlText implements HtmlSanitizer.Policy {

    /** What is longer is cut off; no letter of a customer is as long. */
    static final int LONGEST = 1_000_000;
    private static final Set<String> SILENT = Set.of("script", "style", "title", "head", "noscript", "template");
    private static final Set<String> LINES = Set.of("p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table",
            "blockquote", "ul", "ol", "pre", "section", "article", "header", "footer", "hr");
    private static final Set<String> EMPTY = Set.of("br", "img", "hr", "meta", "link", "input", "col", "base", "area",
            "wbr", "embed", "source");
    private static final List<String> QUOTES = List.of("gmail_quote", "yahoo_quoted", "moz-cite-prefix",
            "isreplycontent", "divrplyfwdmsg", "appendonsend", "mail-editor-reference-message");

    private final boolean quotes;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Boolean> silent = new ArrayDeque<>();
    private int silences;
    private int remoteImages;
    /** Outlook sets the mail that it answers beside its mark, not inside. */
    private boolean ended;

    private HtmlText(boolean quotes) {
        this.quotes = quotes;
    }

    /** Whatever is not a tag: the last resort for markup that is nested too deep to be read. */
    static String bare(String html) {
        return html.replaceAll("<[^<>]*+>", " ").replaceAll("\\s+", " ").strip();
    }

    /**
     * What was read.
     *
     * @param remoteImages pictures that would be fetched from elsewhere
     */
    record Read(String text, int remoteImages) {}

    /** @param quotes whether what is quoted stays */
    static Read read(String html, boolean quotes) {
        var reading = new HtmlText(quotes);
        HtmlSanitizer.sanitize(html.length() > LONGEST ? html.substring(0, LONGEST) : html, reading);
        return new Read(reading.text.toString().replaceAll("[ \\t]*\\n[ \\t]*", "\n").replaceAll("\\n{3,}", "\n\n")
                .strip(), reading.remoteImages);
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {
        var tag = name.toLowerCase(Locale.ROOT);
        if (tag.equals("img") && remote(attributes)) {
            remoteImages++;
        }
        if (!EMPTY.contains(tag)) {
            boolean silences = SILENT.contains(tag) || (!quotes && quoted(tag, attributes));
            silent.push(silences);
            this.silences += silences ? 1 : 0;
        }
        if (tag.equals("br")) {
            write("\n");
        } else if (LINES.contains(tag)) {
            newLine();
        } else if (tag.equals("td") || tag.equals("th")) {
            write(" ");
        }
    }

    @Override
    public void closeTag(String name) {
        var tag = name.toLowerCase(Locale.ROOT);
        if (!EMPTY.contains(tag) && !silent.isEmpty() && silent.pop()) {
            silences--;
        }
        if (LINES.contains(tag)) {
            newLine();
            if (tag.equals("p")) {
                write("\n");
            }
        }
    }

    @Override
    public void text(String chunk) {
        write(chunk.replaceAll("[\\s\\u00a0]+", " "));
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            write("\n");
        }
    }

    private void write(String more) {
        if (silences == 0 && !ended) {
            text.append(more);
        }
    }

    private boolean quoted(String tag, List<String> attributes) {
        if (tag.equals("blockquote")) {
            return true;
        }
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            var attribute = attributes.get(i);
            if (attribute.equals("class") || attribute.equals("id")) {
                var value = attributes.get(i + 1).toLowerCase(Locale.ROOT);
                if (QUOTES.stream().anyMatch(value::contains)) {
                    ended |= value.contains("divrplyfwdmsg") || value.contains("appendonsend");
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean remote(List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals("src")) {
                var source = attributes.get(i + 1).strip().toLowerCase(Locale.ROOT);
                return source.startsWith("http:") || source.startsWith("https:") || source.startsWith("//");
            }
        }
        return false;
    }
}
