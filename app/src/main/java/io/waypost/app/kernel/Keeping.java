package io.waypost.app.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The kernel's own beans: secrets, personal data, and who acts in background work. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableAsync
class Keeping {

    @Bean
    Secrets secrets(WaypostSettings settings) {
        return new Secrets(settings.data());
    }

    @Bean
    PersonalData personalData(Secrets secrets) {
        return new PersonalData(secrets.bytes("personal-data.key"), secrets.bytes("blind-index.key"));
    }

    /** Listeners and scheduled work act for the platform; a request's actor never leaks into them. */
    @Bean
    TaskDecorator actingAsThePlatform() {
        return work -> () -> Acting.as(new Actor.Internal("background"), work);
    }
}
