package io.waypost.core.partner;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a signed request (请求签名) says about its signature: the header {@code Signature-Input} of RFC 9421, in the one form that
 * partners use here.
 *
 * @param label the name under which the header {@code Signature} carries the signature
 * @param components what is signed, in the order in which it is signed
 * @param parameters the whole list with its parameters as it was sent: the last line of what is signed
 */
public record SignatureInput(String label, List<String> components, String parameters, Instant created, String keyId,
        String nonce, String algorithm) {

    private static final int LONGEST = 1_000;
    private static final Pattern FORM = Pattern.compile(
            "([a-z][a-z0-9_-]{0,30})=(\\(((?:\"@?[a-z-]{1,40}\" ?){1,10})\\)((?:;[a-z]{1,10}=(?:\"[^\"\\\\]{0,200}\"|[0-9]{1,12})){1,8}))");
    private static final Pattern PARAMETER = Pattern.compile(";([a-z]+)=(?:\"([^\"]*)\"|([0-9]+))");

    public SignatureInput {
        components = List.copyOf(components);
    }

    /** Reads the header; empty where it is not of that form. */
    public static Optional<SignatureInput> parse(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        var form = FORM.matcher(header.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        var found = new HashMap<String, String>();
        var each = PARAMETER.matcher(form.group(4));
        while (each.find()) {
            if (found.put(each.group(1), each.group(2) == null ? each.group(3) : each.group(2)) != null) {
                return Optional.empty();
            }
        }
        var components = List.of(form.group(3).strip().replace("\"", "").split(" ", -1));
        return components.stream().distinct().count() == components.size() && found.keySet().containsAll(
                List.of("created", "keyid", "nonce", "alg"))
                        ? instant(found.get("created")).map(at -> new SignatureInput(form.group(1), components,
                                form.group(2), at, text(found, "keyid"), text(found, "nonce"), text(found, "alg")))
                        : Optional.empty();
    }

    /**
     * The text that is signed: one line a component, then the parameters.
     *
     * @param values the value of a component such as {@code @method} or {@code content-digest}; an empty text where it has none
     */
    public String base(UnaryOperator<String> values) {
        var base = new StringBuilder();
        components.forEach(
                name -> base.append('"').append(name).append("\": ").append(values.apply(name)).append('\n'));
        return base.append("\"@signature-params\": ").append(parameters).toString();
    }

    private static String text(HashMap<String, String> found, String name) {
        return found.getOrDefault(name, "");
    }

    private static Optional<Instant> instant(@Nullable String seconds) {
        try {
            return seconds == null ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
        } catch (NumberFormatException | DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
