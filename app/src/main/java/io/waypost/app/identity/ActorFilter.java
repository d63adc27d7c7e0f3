package io.waypost.app.identity;

import io.waypost.app.identity.PartnerProof.Proof;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Finds out who calls and binds them around the rest of the request: a partner by key or by another proof, a
 * person by session, else a visitor.
 *
 * <p>A request with a key never uses a session: such requests are exempt from CSRF protection. Not a bean: as one it would
 * also run outside of the security chain.
 */
final class ActorFilter implements Filter {

    private final Sessions sessions;
    private final Actors actors;
    private final PartnerKeys keys;
    private final ProblemWriter problems;
    private final RouteTable routes;
    private final List<PartnerProof> proofs;

    ActorFilter(Sessions sessions, Actors actors, PartnerKeys keys, ProblemWriter problems, RouteTable routes,
            List<PartnerProof> proofs) {
        this.sessions = sessions;
        this.actors = actors;
        this.keys = keys;
        this.problems = problems;
        this.routes = routes;
        this.proofs = List.copyOf(proofs);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        if (!Console.isApi(http)) {
            goOn(new Actor.Visitor(http.getRemoteAddr()), request, response, chain);
            return;
        }
        if (Console.isOpen(http)) {
            serveOpen(http, (HttpServletResponse) response, chain);
            return;
        }
        if (BearerKey.isIn(http)) {
            serveKey(http, (HttpServletResponse) response, chain);
            return;
        }
        var person = sessions.person(http);
        var signedIn = person.flatMap(actors::person);
        if (person.isPresent() && signedIn.isEmpty()) {
            sessions.close(http);
        }
        Optional<Actor> actor = signedIn.map(SignedIn::actor);
        goOn(actor.orElseGet(() -> new Actor.Visitor(http.getRemoteAddr())), request, response, chain);
    }

    /** Partners' programs come without a session, and a session that is there by chance counts for nothing. */
    private void serveOpen(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var longest = routes.find(request).map(RouteTable.Route::body).orElse(RouteTable.USUAL_BODY).toBytes();
        for (var proof : proofs) {
            switch (proof.look(request, longest)) {
                case Proof.None _ -> {
                    // Perhaps the next one knows it.
                }
                case Proof.Bad(var status, var code, var detail, var challenge) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
                    problems.write(response, status, code, detail);
                    return;
                }
                case Proof.Good(var key, var kept) -> {
                    serve(key, kept, response, chain);
                    return;
                }
            }
        }
        if (BearerKey.isIn(request)) {
            serveKey(request, response, chain);
            return;
        }
        goOn(new Actor.Visitor(request.getRemoteAddr()), request, response, chain);
    }

    private void serveKey(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var key = BearerKey.of(request).flatMap(keys::check);
        if (key.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(response, HttpStatus.UNAUTHORIZED, "BAD_KEY", "There is no such key, or it was revoked.");
            return;
        }
        serve(key.get(), request, response, chain);
    }

    private void serve(PartnerKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            goOn(key.actor(), request, response, chain);
            return;
        }
        var admission = keys.admit(key);
        admission.headers(response);
        if (!admission.admitted()) {
            problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED",
                    "This key may call %d times a minute; wait as Retry-After says.".formatted(key.ratePerMinute()));
            return;
        }
        goOn(key.actor(), request, response, chain);
    }

    private static void goOn(Actor actor, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(actor instanceof Actor.Visitor)) {
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of())));
        }
        try {
            Acting.<Boolean, Exception>as(actor, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException asItIs) {
            throw asItIs;
        } catch (Exception never) {
            throw new ServletException(never);
        }
    }
}
