package io.waypost.app.ticket;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How customers are told about their cases ({@code waypost.customer.*}).
 *
 * @param trackUrl the address of the tracking page as customers reach it, such as {@code https://example.com/track}; null where short
 *     messages are to have no link
 */
@ConfigurationProperties("waypost.customer")
record CustomerSettings(@Nullable String trackUrl) {}
