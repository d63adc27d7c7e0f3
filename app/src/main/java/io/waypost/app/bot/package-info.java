/** The bot (智能客服): receives customers, answers from live data, opens cases they said yes to, hands over to people (ADR 42). */
@NullMarked
@ApplicationModule(displayName = "Bot", allowedDependencies = {"audit", "claim", "live", "network", "conversation",
        "desk", "knowledge", "parcel", "tariff", "tracking", "ticket"})
package io.waypost.app.bot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
