package io.waypost.app.outbox;

import io.waypost.app.kernel.WaypostSettings;
import io.waypost.core.outbox.Channel;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Which gateways there are, from the settings; a file where nothing else is set up. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    Gateways gateways(WaypostSettings waypost, OutboxSettings settings, ObjectProvider<WebhookEndpoints> endpoints,
            JsonMapper json, @Qualifier("wallClock") Clock wall, ObjectProvider<Inbound> inbound) {
        var folder = waypost.data();
        var all = new ArrayList<Gateway>();
        for (var name : settings.smsOrder()) {
            all.add(sms(name, folder.resolve("sms-outbox.ndjson"), settings, json, wall, inbound));
        }
        all.add(settings.mail() == null
                ? new FileGateway(Channel.EMAIL, folder.resolve("mail-outbox.ndjson"), json, wall)
                : new MailGateway(settings.mail(), wall));
        all.add(settings.push() == null
                ? new FileGateway(Channel.PUSH, folder.resolve("push-outbox.ndjson"), json, wall)
                : new PushGateway(settings.push(), json, wall));
        var webhook = settings.webhook();
        all.add(new WebhookGateway(() -> Optional.ofNullable(endpoints.getIfAvailable()),
                new PinnedCall(InetAddress::getAllByName, webhook.timeout(), webhook.allowLoopback()), wall));
        return Gateways.of(List.copyOf(all));
    }

    private static Gateway sms(String name, java.nio.file.Path file, OutboxSettings settings, JsonMapper json,
            Clock wall, ObjectProvider<Inbound> inbound) {
        var http = settings.httpLinks().get(name);
        var cmpp = settings.cmppLinks().get(name);
        if (http != null) {
            return new HttpSmsGateway(name, http, json, wall);
        }
        if (cmpp != null) {
            return new CmppGateway(name, cmpp, wall, inbound::getObject);
        }
        if (name.equals("file")) {
            return new FileGateway(Channel.SMS, file, json, wall);
        }
        throw new IllegalStateException(
                "The provider %s (waypost.outbox.sms-order) is not set up.%nMaybe waypost.outbox.http.%s "
                        .formatted(name, name) + "or waypost.outbox.cmpp.%s is missing.".formatted(name));
    }
}
