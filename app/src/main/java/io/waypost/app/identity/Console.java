package io.waypost.app.identity;

import jakarta.servlet.http.HttpServletRequest;

/** What of the server is not the API: the console's own files and pages, and whether the platform is well. */
final class Console {

    private Console() {}

    /** Whether the request is for the API, whose table of routes decides. */
    static boolean isApi(HttpServletRequest request) {
        return isOpen(request) || request.getRequestURI().equals("/api") || request.getRequestURI().startsWith("/api/");
    }

    /** Whether the request is for the part of the API that partners' programs use, where no session counts. */
    static boolean isOpen(HttpServletRequest request) {
        return request.getRequestURI().equals("/open") || request.getRequestURI().startsWith("/open/");
    }

    /** Whether anybody may have it: pages and files may be read, and of the actuator only health. */
    static boolean isPublic(HttpServletRequest request) {
        var path = request.getRequestURI();
        boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean actuator = path.equals("/actuator") || path.startsWith("/actuator/");
        return reading && (!actuator || path.equals("/actuator/health"));
    }
}
