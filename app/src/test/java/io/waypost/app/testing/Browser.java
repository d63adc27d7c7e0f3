package io.waypost.app.testing;

import io.waypost.app.identity.PersonRef;
import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A browser of somebody: keeps cookies and sends the CSRF token back, as the console does. */
public final class Browser {

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String address = "10.1.1.1";

    private Browser(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** A browser that has opened the first page and nothing else. */
    public static Browser of(MockMvc mvc) {
        var browser = new Browser(mvc);
        browser.get("/api/v1/session");
        return browser;
    }

    /** A browser in which the person has signed in. */
    public static Browser of(MockMvc mvc, PersonRef person) {
        var browser = of(mvc);
        int status = browser.signIn(person.name(), Organisation.PASSWORD).andReturn().getResponse().getStatus();
        if (status != 200) {
            throw new IllegalStateException("%s could not sign in: %d".formatted(person.name(), status));
        }
        return browser;
    }

    /** Calls from another address from now on. */
    public Browser at(String newAddress) {
        this.address = newAddress;
        return this;
    }

    public ResultActions signIn(String username, String password) {
        return post("/api/v1/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    public ResultActions get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    public ResultActions post(String path, @Nullable String json) {
        return send(HttpMethod.POST, path, json);
    }

    public ResultActions put(String path, @Nullable String json) {
        return send(HttpMethod.PUT, path, json);
    }

    public ResultActions delete(String path, @Nullable String json) {
        return send(HttpMethod.DELETE, path, json);
    }

    public ResultActions send(HttpMethod method, String path, @Nullable String json) {
        var request = MockMvcRequestBuilders.request(method, path);
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json);
        }
        return perform(request);
    }

    public ResultActions upload(String path, byte[] file) {
        return perform(MockMvcRequestBuilders.multipart(path).file(new MockMultipartFile("file", "file", null, file)));
    }

    /** The value of a cookie; null where there is none. */
    public @Nullable String cookie(String name) {
        var cookie = cookies.get(name);
        return cookie == null ? null : cookie.getValue();
    }

    /** Puts a cookie in, as an attacker or another browser might. */
    public Browser with(String name, String value) {
        cookies.put(name, new Cookie(name, value));
        return this;
    }

    private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) {
        request.with(raw -> {
            raw.setRemoteAddr(address);
            return raw;
        });
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        var token = cookie("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        try {
            var result = mvc.perform(request);
            for (var cookie : result.andReturn().getResponse().getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
            return result;
        } catch (Exception failure) {
            throw new IllegalStateException("The request failed.", failure);
        }
    }
}
