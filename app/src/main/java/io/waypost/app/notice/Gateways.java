package io.waypost.app.notice;

import io.waypost.app.kernel.WaypostSettings;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Which gateway sends ({@code waypost.sms.gateway}); another one is a bean with another name there. */
@Configuration(proxyBeanMethods = false)
class Gateways {

    @Bean
    @ConditionalOnProperty(name = "waypost.sms.gateway", havingValue = "file", matchIfMissing = true)
    SmsGateway fileSmsGateway(WaypostSettings settings, JsonMapper json, @Qualifier("wallClock") Clock wall) {
        return new FileSmsGateway(settings.data().resolve("sms-outbox.ndjson"), json, wall);
    }
}
