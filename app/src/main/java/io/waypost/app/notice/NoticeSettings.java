package io.waypost.app.notice;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are written and sent ({@code waypost.notice.*}).
 *
 * @param locale the language of short messages
 * @param batch how many messages are handed to the gateway at once
 * @param leaseSeconds how long a node may take for them before they count as unknown
 */
@ConfigurationProperties("waypost.notice")
record NoticeSettings(
        @DefaultValue("zh-CN") Locale locale,
        @DefaultValue("100") int batch,
        @DefaultValue("60") int leaseSeconds) {}
