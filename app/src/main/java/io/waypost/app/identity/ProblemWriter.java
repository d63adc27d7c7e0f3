package io.waypost.app.identity;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says no before any handler is reached, in the same form as the handlers do (RFC 9457). */
@Component
class ProblemWriter implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        write(response, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in, or send a valid key.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        switch (denied) {
            case CsrfException _ -> write(response, HttpStatus.FORBIDDEN, "CSRF",
                    "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.");
            case PasswordChangeRequired _ -> write(response, HttpStatus.FORBIDDEN, "PASSWORD_CHANGE_REQUIRED",
                    "Choose a password of your own first.");
            default -> {
                if (Acting.current() instanceof Actor.Visitor) {
                    write(response, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in, or send a valid key.");
                } else {
                    write(response, HttpStatus.FORBIDDEN, "FORBIDDEN", "Your role does not allow this.");
                }
            }
        }
    }

    /** Writes a problem document. */
    void write(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
