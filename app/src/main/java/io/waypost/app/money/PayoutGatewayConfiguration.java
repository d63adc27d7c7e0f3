package io.waypost.app.money;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Which gateways there are, from the settings: always the files for a bank, and the platforms that are set up. */
@Configuration(proxyBeanMethods = false)
class PayoutGatewayConfiguration {

    @Bean
    PayoutGateways payoutGateways(MoneySettings settings, JsonMapper json, @Qualifier("wallClock") Clock wall,
            ObjectProvider<PayoutGateway> others) {
        var all = new ArrayList<PayoutGateway>(List.of(new BankFileGateway()));
        settings.platforms().forEach((name, platform) -> all.add(new HttpGateway(name, platform, json, wall)));
        others.forEach(all::add);
        return new PayoutGateways(all, settings.gateway());
    }

    @Bean
    PlatformKeys platformKeys(MoneySettings settings) {
        return PlatformKeys.of(settings);
    }
}
