package io.waypost.app.access;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * What a feature brings along so that each of its routes that address one thing is tried on things of one's own organisation and
 * of a foreign one. Implement it in the feature's test package, as a class annotated with {@link Fixture}, with whatever it
 * needs in its constructor.
 */
public interface AccessFixture {

    /**
     * Makes a new thing that belongs to the unit, and gives every request that addresses it, in an order in which they all
     * succeed one after the other for somebody who reaches the unit.
     */
    List<Request> about(String unitCode);

    /** Whose the things are, where they belong to one partner and not to everybody of the unit; empty for all others. */
    default Optional<Keys> keys() {
        return Optional.empty();
    }

    /** Whether its routes are for people alone, so that no key is tried on them. */
    default boolean forPeopleAlone() {
        return false;
    }

    /** The key that the things belong to, and one of a foreign partner. */
    record Keys(String own, String foreign) {}

    /**
     * One request.
     *
     * @param route the path as the table of routes writes it, such as {@code /api/v1/people/{id}}
     * @param path the same with the thing in its place
     * @param file a file to upload instead of a body
     * @param foreign what somebody of another organisation is told
     */
    record Request(HttpMethod method, String route, String path, @Nullable String body, Optional<Upload> file,
            Foreign foreign) {

        public static Request get(String route, Object thing) {
            return of(HttpMethod.GET, route, thing, null);
        }

        /** A request that names the thing in its question. */
        public static Request asking(String route, String query) {
            return new Request(HttpMethod.GET, route, route + "?" + query, null, Optional.empty(), Foreign.REFUSED);
        }

        /** A request whose path has one variable. */
        public static Request of(HttpMethod method, String route, Object thing, @Nullable String body) {
            return new Request(method, route, route.replaceAll("\\{[a-zA-Z]+}", thing.toString()), body,
                    Optional.empty(), Foreign.REFUSED);
        }

        /** A request that uploads a file to a thing. */
        public static Request upload(String route, Object thing, Upload file) {
            var path = route.replaceAll("\\{[a-zA-Z]+}", thing.toString());
            return new Request(HttpMethod.POST, route, path, null, Optional.of(file), Foreign.REFUSED);
        }

        /** The same for a list that is simply empty for those who reach nothing in it. */
        public Request emptyForForeign() {
            return new Request(method, route, path, body, file, Foreign.EMPTY_LIST);
        }

        /** The same for what holds for the whole network: everybody who may see it at all sees the same. */
        public Request sharedByAll() {
            return new Request(method, route, path, body, file, Foreign.SHARED);
        }

        /** The same for what only the headquarters may do, since it holds for the whole network. */
        public Request byHeadquarters() {
            return new Request(method, route, path, body, file, Foreign.HEADQUARTERS);
        }

        /** The row of the table that it tries. */
        String row() {
            return method + " " + route;
        }
    }

    /** What somebody of another organisation is told. */
    enum Foreign {
        REFUSED,
        EMPTY_LIST,
        /** The same as everybody else. */
        SHARED,
        /** No, and so is whoever is below the headquarters. */
        HEADQUARTERS
    }

    /** A file, in Base64. */
    record Upload(String base64) {

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }
}
