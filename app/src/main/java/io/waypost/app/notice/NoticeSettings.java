package io.waypost.app.notice;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are written ({@code waypost.notice.*}).
 *
 * @param locale the language of short messages
 */
@ConfigurationProperties("waypost.notice")
record NoticeSettings(@DefaultValue("zh-CN") Locale locale) {}
