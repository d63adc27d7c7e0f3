package io.waypost.app.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions (会话) in the database. A session holds nothing but the id of the person. */
@Component
class Sessions {

    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final CsrfTokenRepository csrf;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, CsrfTokenRepository csrf) {
        this.repository = repository;
        this.csrf = csrf;
    }

    /** Begins a session under a new id, whatever the browser brought along, and with a new CSRF token. */
    void open(UUID person, HttpServletRequest request, HttpServletResponse response) {
        close(request);
        request.getSession(true).setAttribute(PERSON, person.toString());
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    /** Whose session the request belongs to. */
    Optional<UUID> person(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((String) session.getAttribute(PERSON)).map(UUID::fromString);
    }

    void close(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Ends every session of the person, on every machine and every node, except the given one. */
    int closeAll(UUID person, @Nullable String except) {
        var ids = repository.findByPrincipalName(person.toString())
                .keySet()
                .stream()
                .filter(id -> !id.equals(except))
                .toList();
        ids.forEach(repository::deleteById);
        return ids.size();
    }
}
