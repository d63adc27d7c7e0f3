package io.waypost.app.channel;

import java.util.regex.Pattern;

/**
 * Something that an account is set up with.
 *
 * @param name as the API calls it
 * @param secret whether it is sealed and never shown again
 * @param required whether an account needs it
 * @param pattern what it looks like
 * @param example what a right one looks like, for whoever types a wrong one
 */
public record ChannelField(String name, boolean secret, boolean required, Pattern pattern, String example) {

    /** One that every account needs. */
    public static ChannelField needed(String name, String pattern, String example) {
        return new ChannelField(name, false, true, Pattern.compile(pattern), example);
    }

    /** One that may be left empty. */
    public static ChannelField optional(String name, String pattern, String example) {
        return new ChannelField(name, false, false, Pattern.compile(pattern), example);
    }

    /** A secret that every account needs. */
    public static ChannelField secret(String name, String pattern, String example) {
        return new ChannelField(name, true, true, Pattern.compile(pattern), example);
    }

    /** A secret that may be left empty. */
    public static ChannelField optionalSecret(String name, String pattern, String example) {
        return new ChannelField(name, true, false, Pattern.compile(pattern), example);
    }
}
