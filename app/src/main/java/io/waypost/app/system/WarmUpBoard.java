package io.waypost.app.system;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Keeps what was said last. */
@Component
class WarmUpBoard implements WarmUp {

    private final AtomicReference<Optional<Span>> span = new AtomicReference<>(Optional.empty());

    @Override
    public void set(Optional<Span> span) {
        this.span.set(span);
    }

    @Override
    public Optional<Span> current() {
        return span.get();
    }
}
