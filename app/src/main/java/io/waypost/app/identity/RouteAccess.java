package io.waypost.app.identity;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Decides each request by the table of routes; what is not in the table is denied. */
@Component
class RouteAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);
    private static final Set<String> OPEN_WITHOUT_OWN_PASSWORD = Set.of("/api/v1/session", "/api/v1/session/all",
            "/api/v1/me/password", "/api/v1/me/locale");

    private final RouteTable routes;
    private final Actors actors;

    RouteAccess(RouteTable routes, Actors actors) {
        this.routes = routes;
        this.actors = actors;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        var request = context.getRequest();
        if (!Console.isApi(request)) {
            return Console.isPublic(request) ? YES : NO;
        }
        return routes.find(request).map(route -> route.needs().map(needs -> decide(needs, request)).orElse(YES))
                .orElse(NO);
    }

    private AuthorizationDecision decide(Permission needs, HttpServletRequest request) {
        var actor = Acting.current();
        if (!actor.may(needs)) {
            return NO;
        }
        if (actor instanceof Actor.Person person
                && !OPEN_WITHOUT_OWN_PASSWORD.contains(request.getRequestURI())
                && actors.person(person.id()).map(SignedIn::mustChangePassword).orElse(true)) {
            throw new PasswordChangeRequired(person.username());
        }
        return YES;
    }
}
