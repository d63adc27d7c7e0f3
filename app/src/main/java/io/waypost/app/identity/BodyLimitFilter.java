package io.waypost.app.identity;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BodyTooLong;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/** Refuses bodies larger than the table of routes allows: by the length announced, else while reading. Not a bean. */
final class BodyLimitFilter implements Filter {

    private final RouteTable routes;
    private final ProblemWriter problems;

    BodyLimitFilter(RouteTable routes, ProblemWriter problems) {
        this.routes = routes;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        if (http.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        var most = most(http);
        long announced = http.getContentLengthLong();
        if (announced > most.toBytes()) {
            problems.write((HttpServletResponse) response, HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE",
                    "The body has %d bytes; this route takes %d.".formatted(announced, most.toBytes()));
        } else if (isEndlessMultipart(http)) {
            // The container reads such a body by itself, where nothing could be counted.
            problems.write((HttpServletResponse) response, HttpStatus.LENGTH_REQUIRED, "LENGTH_REQUIRED",
                    "Send the Content-Length with a file.");
        } else {
            chain.doFilter(announced < 0 ? new Counted(http, most) : http, response);
        }
    }

    /** What the route takes; from a visitor no more than usual, so that nobody unknown fills the disk. */
    private DataSize most(HttpServletRequest request) {
        return Acting.current() instanceof Actor.Visitor
                ? RouteTable.USUAL_BODY
                : routes.find(request).map(RouteTable.Route::body).orElse(RouteTable.USUAL_BODY);
    }

    private static boolean isEndlessMultipart(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                && StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** A request whose body ends in an error when it grows too long. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final DataSize most;

        Counted(HttpServletRequest request, DataSize most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), most);
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize most;
        private long read;

        CountedStream(ServletInputStream body, DataSize most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = body.read(into, from, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > most.toBytes()) {
                throw new BodyTooLong(most.toBytes());
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
