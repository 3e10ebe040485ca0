package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Who gets in; how is said by each {@link WayIn}. What one may do inside is decided by {@link Rights}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiVersions.Settings.class)
class Security {

    /** Any letter in UTF-8, whose bytes a server reads as ISO 8859-1, and no control character. */
    private static final Pattern HEADER = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    /** A case may be named in Latvian letters: in UTF-8 some of their bytes look like control characters. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                value -> HEADER.matcher(new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                        .matches());
        return firewall;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            Callers callers,
            Clients clients,
            Clock clock,
            Problems problems,
            Denials denials,
            Countersign countersign,
            ApiVersions.Settings versions) {
        return http.securityMatcher("/api/**")
                .headers(headers -> headers.disable())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                // ClientFilter answers whoever shows nothing; the route then needs @AllowClient or @Open.
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new ApiVersions(versions, problems, clock), AuthorizationFilter.class)
                .addFilterAfter(
                        new ClientFilter(callers, clients, clock, problems, denials, countersign),
                        AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Officials officials, List<WayIn> ways, KeptForms kept, Clock clock) {
        ways.forEach(way -> way.open(http));
        var requests = new HttpSessionRequestCache();
        requests.setRequestMatcher(Security::isWorthRemembering);
        return http.headers(headers -> headers.disable())
                .requestCache(cache -> cache.requestCache(requests))
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                "/assets/**",
                                "/favicon.ico",
                                "/sign-in",
                                "/sign-in/**",
                                "/language",
                                "/help/**",
                                "/preparing",
                                "/calendar/*",
                                "/health",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                // A script that asked for a part of a page must not put the sign-in page into it.
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), Security::isForPart)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), AnyRequestMatcher.INSTANCE)
                        .accessDeniedHandler(new LateForms(kept)))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?left")
                        .addLogoutHandler(
                                (_, response, _) -> response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"")))
                .addFilterAfter(new ActorFilter(officials, kept, clock), AuthorizationFilter.class)
                .build();
    }

    /** Where the official wanted to go: a page, not a part of one. */
    private static boolean isWorthRemembering(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !isForPart(request)
                && !request.getRequestURI().equals("/favicon.ico");
    }

    static boolean isForPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
