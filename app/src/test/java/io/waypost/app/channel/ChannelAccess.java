package io.waypost.app.channel;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.contact.ContactChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** An account on which a unit's customers write. */
@Fixture
class ChannelAccess implements AccessFixture {

    private static final String ROUTE = "/api/v1/channels/{channel}/accounts/{key}";

    private final ChannelAccountDesk accounts;

    ChannelAccess(ChannelAccountDesk accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Request> about(String unitCode) {
        var key = "tried-" + UUID.randomUUID().toString().substring(0, 8);
        Acting.as(new Actor.Internal("test"),
                () -> accounts.add(new ChannelAccount(ContactChannel.FEEDBACK, key, "试", unitCode, "",
                        Map.of("source", "试"), Map.of("secret", "0123456789abcdef"), true, 1)));
        return List.of(request(PUT, key, "", """
                {"version":1,"name":"试","unit":"%s","settings":{"source":"试"},"secrets":{},"active":true}"""
                .formatted(unitCode)), request(POST, key, "/trial", null), request(POST, key, "/again", null),
                Request.of(POST, "/api/v1/channels/{channel}/accounts", "FEEDBACK",
                        """
                        {"key":"new-%s","name":"试","unit":"%s","settings":{"source":"试"},"secrets":{"secret":"0123456789abcdef"}}"""
                                .formatted(key, unitCode)));
    }

    private static Request request(HttpMethod method, String key, String more, @Nullable String body) {
        return new Request(method, ROUTE + more, "/api/v1/channels/FEEDBACK/accounts/" + key + more, body,
                Optional.empty(), Foreign.REFUSED);
    }
}
