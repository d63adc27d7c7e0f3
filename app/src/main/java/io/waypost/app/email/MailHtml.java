package io.waypost.app.email;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Makes the markup of a mail harmless: no script, nothing fetched from elsewhere, nothing that lies over the page. */
final class MailHtml {

    private static final int LONGEST = 400_000;
    private static final Pattern ENCLOSED = Pattern.compile("(?i)cid:[^\\s\"'<>]{1,300}");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "div", "span", "br", "hr", "b", "strong", "i", "em", "u", "s", "strike", "sub", "sup",
                    "small", "big", "font", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
                    "blockquote", "pre", "code", "center", "table", "caption", "colgroup", "col", "thead", "tbody",
                    "tfoot", "tr", "td", "th", "a", "img")
            .allowUrlProtocols("http", "https", "mailto", "cid")
            .allowAttributes("href").matching(Pattern.compile("(?i)(https?://|mailto:).*", Pattern.DOTALL))
            .onElements("a").requireRelNofollowOnLinks()
            .allowAttributes("src").matching(ENCLOSED).onElements("img")
            .allowAttributes("alt", "width", "height").onElements("img")
            .allowAttributes("color", "size", "face").onElements("font")
            .allowAttributes("colspan", "rowspan", "align", "valign", "width", "bgcolor").onElements("td", "th")
            .allowAttributes("width", "border", "cellpadding", "cellspacing", "align", "bgcolor").onElements("table")
            .allowAttributes("align").onElements("p", "div", "tr", "h1", "h2", "h3").allowStyling().toFactory();

    private MailHtml() {}

    static String harmless(String html) {
        return POLICY.sanitize(cut(html));
    }

    /** Plain text as markup that shows it as it is. */
    static String ofText(String text) {
        return "<pre>%s</pre>".formatted(escape(cut(text)));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
