package io.waypost.app.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Turns whatever went wrong into a problem document (RFC 9457) that names the field, the value and what would be right. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> on(Refusal refusal) {
        var problem = problem(refusal.status(), refusal.code(), refusal.detail());
        problem.setProperty("errors", refusal.fields());
        refusal.extra().forEach(problem::setProperty);
        var answer = ResponseEntity.status(refusal.status());
        if (refusal.extra().get("retryAfterSeconds") instanceof Number seconds) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds.longValue()));
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(MethodArgumentTypeMismatchException mismatch) {
        var type = mismatch.getRequiredType();
        var problem = problem(HttpStatus.BAD_REQUEST, "INVALID", "A parameter of the address is not readable.");
        problem.setProperty(
                "errors",
                List.of(
                        new Refusal.Field(
                                mismatch.getName(),
                                mismatch.getValue(),
                                "UNREADABLE",
                                "Expected " + (type == null ? "another value" : type.getSimpleName()) + ".")));
        return ResponseEntity.badRequest().body(problem);
    }

    /** Whoever asks for the description of an API that there is not. */
    @ExceptionHandler
    ResponseEntity<Object> on(OpenApiResourceNotFoundException unknown) {
        return on(Refusal.notFound("API", "of that name"));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(MultipartException broken) {
        return ResponseEntity.badRequest()
                .body(problem(HttpStatus.BAD_REQUEST, "NOT_MULTIPART", "Send the file as multipart/form-data."));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(BodyTooLong tooLong) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                .body(problem(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", String.valueOf(tooLong.getMessage())));
    }

    /** Leaves the answer to the security filters. */
    @ExceptionHandler
    ResponseEntity<Object> on(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Exception defect) {
        LOG.error("A request failed for a reason nobody planned", defect);
        return ResponseEntity.internalServerError()
                .body(problem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL",
                        "Something went wrong on our side; nothing was changed."));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "INVALID", "Some fields are not acceptable.");
        problem.setProperty(
                "errors",
                invalid.getBindingResult()
                        .getFieldErrors()
                        .stream()
                        .map(error -> new Refusal.Field(
                                error.getField(),
                                error.getRejectedValue(),
                                error.getCode() == null ? "INVALID" : error.getCode(),
                                String.valueOf(error.getDefaultMessage())))
                        .toList());
        return ResponseEntity.unprocessableContent().body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(unreadable) instanceof BodyTooLong tooLong) {
            return on(tooLong);
        }
        var problem = problem(HttpStatus.BAD_REQUEST, "UNREADABLE", "The body is not the JSON that was expected.");
        problem.setProperty("errors", unreadableField(unreadable.getCause()));
        return ResponseEntity.badRequest().body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (body instanceof ProblemDetail problem
                && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
            var known = HttpStatus.resolve(status.value());
            problem.setProperty("code", known == null ? "REFUSED" : known.name());
        }
        return super.handleExceptionInternal(exception, body, headers, status, request);
    }

    private static List<Refusal.Field> unreadableField(@Nullable Throwable cause) {
        return switch (cause) {
            case DatabindException databind ->
                List.of(new Refusal.Field(path(databind), null, "UNREADABLE", databind.getOriginalMessage()));
            case JacksonException json -> List.of(new Refusal.Field("", null, "NOT_JSON", json.getOriginalMessage()));
            case null, default -> List.of();
        };
    }

    private static String path(DatabindException exception) {
        return exception.getPath()
                .stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .reduce((a, b) -> a + "." + b)
                .orElse("");
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }
}
