package io.waypost.app.money;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How money is paid out ({@code waypost.money.*}).
 *
 * @param gateway where new payouts go: {@code bank-file}, or the name of a platform below. Those that went elsewhere before stay there
 * @param secondPersonFrom from how many fen on a difference takes two people to be settled
 * @param http payment platforms by name. One stays as long as a payout that went there is not over
 */
@ConfigurationProperties("waypost.money")
record MoneySettings(@DefaultValue(BankFileGateway.NAME) String gateway, @DefaultValue("20000") long secondPersonFrom,
        @Nullable Map<String, Platform> http) {

    Map<String, Platform> platforms() {
        return http == null ? Map.of() : http;
    }

    /**
     * A payment platform.
     *
     * @param endpoint where its interface is; HTTPS, except on this machine
     * @param merchant who we are there (商户号)
     * @param serial the number of our certificate (商户证书序列号)
     * @param privateKey file with our private key, PKCS #8 in PEM
     * @param platformSerial the number of the platform's key
     * @param platformKey file with the platform's public key, PEM
     * @param notifyUrl where the platform tells by itself; null where it is only asked
     * @param timeout after how long an answer is given up
     */
    record Platform(URI endpoint, String merchant, String serial, Path privateKey, String platformSerial,
            Path platformKey, @Nullable URI notifyUrl, @DefaultValue("8s") Duration timeout) {

        @Override
        public String toString() {
            return "Platform[%s]".formatted(endpoint.getHost());
        }
    }
}
