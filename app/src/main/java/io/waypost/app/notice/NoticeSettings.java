package io.waypost.app.notice;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are written ({@code waypost.notice.*}).
 *
 * @param locale the language of short messages
 * @param silentAnHour how often one person is told about silent parcels one by one in an hour
 */
@ConfigurationProperties("waypost.notice")
record NoticeSettings(@DefaultValue("zh-CN") Locale locale, @DefaultValue("10") int silentAnHour) {}
