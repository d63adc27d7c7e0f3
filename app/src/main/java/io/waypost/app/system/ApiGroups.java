package io.waypost.app.system;

import io.waypost.app.kernel.Refusal;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.core.PriorityOrdered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says of a description that does not exist that it does not, before the library's exception counts as a defect. */
@RestControllerAdvice
class ApiGroups implements PriorityOrdered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @ExceptionHandler
    ProblemDetail on(OpenApiResourceNotFoundException unknown) {
        var refusal = Refusal.notFound("description", String.valueOf(unknown.getMessage()));
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, refusal.detail());
        problem.setProperty("code", refusal.code());
        return problem;
    }
}
