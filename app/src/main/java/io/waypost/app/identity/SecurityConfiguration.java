package io.waypost.app.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;

/** One chain for everything: headers, CSRF, who calls, and the table of routes. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    // antd writes style elements at run time; nothing else on a page may come from anywhere but here.
    private static final String CONTENT = String.join("; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' %s",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final String POLICY = "Content-Security-Policy";

    private static final String FEATURES = "accelerometer=(), camera=(self), display-capture=(), geolocation=(), "
            + "gyroscope=(), microphone=(), payment=(), usb=()";

    @Bean
    CsrfTokenRepository csrfTokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    }

    @Bean
    SecurityFilterChain everything(HttpSecurity http, RouteTable routes, RouteAccess access, ProblemWriter problems,
            CsrfTokenRepository csrfTokens, Sessions sessions, Actors actors, PartnerKeys keys,
            ObjectProvider<PartnerProof> proofs, ObjectProvider<OtherOrigins> others) throws Exception {
        return http
                .cors(cors -> cors.configurationSource(request -> crossing(request, others)))
                // Sessions are opened and read by our own filter; Spring Security keeps nothing in them.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(csrfTokens)
                        .ignoringRequestMatchers(BearerKey::isIn)
                        .ignoringRequestMatchers("/api/v1/partners/**", "/api/v1/public/**",
                                "/api/v1/payout-notices/**",
                                "/open/**"))
                .headers(headers -> headers
                        .addHeaderWriter((_, response) -> content(response, others))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(FEATURES)))
                .exceptionHandling(no -> no.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                // Who calls is known before the body is touched, and the CSRF filter may touch it.
                .addFilterBefore(new ActorFilter(sessions, actors, keys, problems, routes,
                        proofs.orderedStream().toList()), CsrfFilter.class)
                .addFilterBefore(new BodyLimitFilter(routes, problems), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
                        .anyRequest().access(access))
                .build();
    }

    /** What a page may load; an answer that allows less, such as a file, has said so already. */
    private static void content(HttpServletResponse response, ObjectProvider<OtherOrigins> others) {
        if (!response.containsHeader(POLICY)) {
            response.setHeader(POLICY, CONTENT.formatted(
                    others.orderedStream().map(OtherOrigins::socket).collect(Collectors.joining(" "))));
        }
    }

    /** What pages of other origins may call; null where it is nothing, so that no header lets them. */
    private static @Nullable CorsConfiguration crossing(HttpServletRequest request,
            ObjectProvider<OtherOrigins> others) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || others.orderedStream().noneMatch(
                other -> request.getRequestURI().startsWith(other.below()) && other.allows(origin))) {
            return null;
        }
        var allowed = new CorsConfiguration();
        allowed.addAllowedOrigin(origin);
        allowed.setAllowedMethods(List.of("GET", "POST"));
        allowed.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE, "X-Chat-Token"));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(Duration.ofHours(1));
        return allowed;
    }
}
