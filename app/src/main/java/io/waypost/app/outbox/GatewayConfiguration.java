package io.waypost.app.outbox;

import io.waypost.app.kernel.WaypostSettings;
import io.waypost.core.outbox.Channel;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Which gateways there are. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    Gateways gateways(WaypostSettings settings, JsonMapper json, @Qualifier("wallClock") Clock wall) {
        var folder = settings.data();
        return Gateways.of(List.of(
                new FileGateway(Channel.SMS, folder.resolve("sms-outbox.ndjson"), json, wall),
                new FileGateway(Channel.EMAIL, folder.resolve("mail-outbox.ndjson"), json, wall),
                new FileGateway(Channel.PUSH, folder.resolve("push-outbox.ndjson"), json, wall)));
    }
}
