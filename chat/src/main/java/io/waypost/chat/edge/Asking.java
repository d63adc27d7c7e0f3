package io.waypost.chat.edge;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.waypost.chat.frame.FrameReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plain request says of who asks.
 *
 * @param address where it comes from
 * @param origin which page's, where it is a page's
 * @param isKept whether the connection stays for another request
 * @param token the bearer's token, or empty
 * @param device the device's name, or empty where it is none
 * @param mark what the last poll said it had seen, or empty
 */
record Asking(
        String address, @Nullable String origin, boolean isKept, String token, String device, String mark) {

    private static final String BEARER = "Bearer ";

    static Asking of(FullHttpRequest request, String address) {
        var headers = request.headers();
        var bearer = headers.get(HttpHeaderNames.AUTHORIZATION, "");
        var parameters = new QueryStringDecoder(request.uri()).parameters();
        return new Asking(
                address,
                headers.get(HttpHeaderNames.ORIGIN),
                HttpUtil.isKeepAlive(request),
                bearer.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? bearer.substring(BEARER.length()).strip()
                        : "",
                first(parameters.get("dev")).flatMap(FrameReader::device).orElse(""),
                first(parameters.get("mark")).orElse(""));
    }

    private static Optional<String> first(@Nullable List<String> values) {
        return values == null ? Optional.empty() : values.stream().findFirst();
    }
}
