package io.waypost.app.email;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The ids of the mails before a mail, the oldest first. Some mails name thousands; the first and the last of them are enough. */
final class References {

    private static final Pattern ID = Pattern.compile("<[^\\s<>]{1,250}>");
    private static final int TAIL = 30_000;
    private static final int MOST = 20;

    private References() {}

    /** The end of the header, where the mail is that was answered. */
    static String tail(String header) {
        return header.length() > TAIL ? header.substring(header.length() - TAIL) : header;
    }

    /** What an answer to the mail names; without what is no id. */
    static String after(MimePart mail, String messageId) {
        var ids = new LinkedHashSet<String>();
        ids.addAll(ids(mail.header("References")));
        ids.addAll(ids(mail.header("In-Reply-To")));
        ids.remove(messageId);
        ids.addAll(ids(messageId));
        var all = new ArrayList<>(ids);
        if (all.size() > MOST) {
            var shortened = new ArrayList<>(List.of(all.getFirst()));
            shortened.addAll(all.subList(all.size() - MOST + 1, all.size()));
            return String.join(" ", shortened);
        }
        return String.join(" ", all);
    }

    /** The id of the mail; empty where it has none that is one. */
    static String id(MimePart mail) {
        var ids = ids(mail.header("Message-ID"));
        return ids.isEmpty() ? "" : ids.getFirst();
    }

    private static List<String> ids(String header) {
        var head = header.length() > TAIL ? header.substring(0, 300) + " " + tail(header) : header;
        return ID.matcher(head).results().map(result -> result.group()).filter(References::sendable).toList();
    }

    /** A header that is sent holds ASCII alone. */
    private static boolean sendable(String id) {
        return id.chars().allMatch(each -> each > ' ' && each < 127);
    }
}
