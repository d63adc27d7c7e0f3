/**
 * E-mail as a channel (邮件渠道): mailboxes watched by one thread in the whole cluster, mails read into entries of conversations, answers
 * sent as the mailbox (ADR 38).
 */
@NullMarked
@ApplicationModule(displayName = "E-mail", allowedDependencies = {"channel", "conversation", "desk"})
package io.waypost.app.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
