package io.waypost.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts the platform: one process, all features. */
@Modulithic(systemName = "Waypost", sharedModules = "kernel")
@SpringBootApplication
@ConfigurationPropertiesScan
public class WaypostApplication {

    public static void main(String[] args) {
        SpringApplication.run(WaypostApplication.class, args);
    }
}
