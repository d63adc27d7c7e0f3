/** WeChat official accounts (微信公众号) as a channel: callbacks in safe mode, messages of customer service, their window and quota (ADR 36). */
@NullMarked
@ApplicationModule(displayName = "WeChat", allowedDependencies = {"channel", "conversation"})
package io.waypost.app.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
