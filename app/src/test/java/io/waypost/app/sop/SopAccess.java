package io.waypost.app.sop;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.sop.BizType;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.Matter;
import io.waypost.core.sop.TicketKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** A kind of its own with drafts in several stages of their life: seen by all, changed by the headquarters. */
@Fixture
class SopAccess implements AccessFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final KindDesk kinds;
    private final SopDesk desk;
    private final JsonMapper json;

    SopAccess(KindDesk kinds, SopDesk desk, JsonMapper json) {
        this.kinds = kinds;
        this.desk = desk;
        this.json = json;
    }

    /** A new kind of one level. */
    static TicketKind kind() {
        var letters = Integer.toString(NUMBER.incrementAndGet() + 100, 26).chars()
                .mapToObj(one -> String.valueOf((char) (one <= '9' ? one - '0' + 'A' : one - 'a' + 'K'))).toList();
        return new TicketKind("TRIED_" + String.join("", letters));
    }

    static KindEntry entry(TicketKind kind) {
        return new KindEntry(kind, "试验类型", "Tried", BizType.CONSULT, Matter.OWN, false, false, true, true);
    }

    @Override
    public List<Request> about(String unitCode) {
        var saved = SopAccess.kind();
        var submitted = SopAccess.kind();
        var givenBack = SopAccess.kind();
        var withdrawn = SopAccess.kind();
        return Acting.as(new Actor.Internal("test"), () -> {
            for (var kind : List.of(saved, submitted, givenBack, withdrawn)) {
                kinds.add(entry(kind));
            }
            var draft = desk.begin(saved, "");
            for (var kind : List.of(submitted, givenBack, withdrawn)) {
                var begun = desk.begin(kind, "");
                if (!kind.equals(withdrawn)) {
                    desk.submit(begun.id(), begun.revision(), null, false);
                }
            }
            var requests = new ArrayList<Request>();
            var version = "/versions/{version}";
            requests.add(of(GET, saved, "/versions", null).sharedByAll());
            requests.add(of(GET, saved, version, null).sharedByAll());
            requests.add(of(GET, saved, version + "/dry-run", null).sharedByAll());
            requests.add(of(PUT, saved, version, json.writeValueAsString(
                    new SopController.SavedDraft(1, "", SopBody.of(draft.draft())))).byHeadquarters());
            requests.add(of(POST, saved, version + "/dry-run", null).byHeadquarters());
            requests.add(of(POST, saved, version + "/submit", "{\"revision\":2,\"runningToo\":false}")
                    .byHeadquarters());
            requests.add(of(POST, submitted, version + "/approve", "{\"revision\":2}").byHeadquarters());
            requests.add(of(POST, submitted, "/versions", "{\"note\":\"\"}").byHeadquarters());
            requests.add(of(POST, givenBack, version + "/return", "{\"revision\":2,\"reason\":\"不行\"}")
                    .byHeadquarters());
            requests.add(of(POST, withdrawn, version + "/withdraw", "{\"revision\":1,\"reason\":\"不行\"}")
                    .byHeadquarters());
            requests.add(Request.of(PUT, "/api/v1/kinds/{code}", saved.code(), """
                    {"revision":1,"nameZh":"新名","nameEn":"New name","active":true}
                    """).byHeadquarters());
            return requests;
        });
    }

    private static Request of(HttpMethod method, TicketKind kind, String rest, @Nullable String body) {
        var route = "/api/v1/sops/{code}" + rest;
        return new Request(method, route, route.replace("{code}", kind.code()).replace("{version}", "2"), body,
                Optional.empty(), Foreign.REFUSED);
    }
}
