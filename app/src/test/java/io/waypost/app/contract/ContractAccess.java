package io.waypost.app.contract;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A contract of a unit, with somebody who speaks for it. */
@Fixture
class ContractAccess implements AccessFixture {

    private static final String ROUTE = "/api/v1/contracts/{id}";

    private final ContractDesk desk;

    ContractAccess(ContractDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Request> about(String unitCode) {
        var code = "TRY-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        var made = Acting.as(new Actor.Internal("test"),
                () -> desk.add(code, ContractScene.fields(unitCode).person("王经理", "13800000000").fields()));
        var id = made.contract().id();
        var person = made.people().getFirst().id();
        var fields = """
                {"name":"试","unit":"%s","validFrom":"2026-01-01","validTo":null,"state":"ACTIVE","people":[{"id":"%s","role":"","addresses":[]}],
                 "accounts":[],"terms":{"level":0,"agents":[],"keepSeconds":0,"notes":""}}""".formatted(unitCode,
                person);
        return List.of(Request.get(ROUTE, id),
                Request.of(PUT, ROUTE, id, "{\"version\":1,\"contract\":%s}".formatted(fields)),
                new Request(POST, ROUTE + "/people/{person}/unmask",
                        "/api/v1/contracts/%s/people/%s/unmask".formatted(id, person), "{\"reason\":\"试\"}",
                        Optional.empty(), Foreign.REFUSED),
                Request.of(POST, "/api/v1/contracts", "", "{\"code\":\"%s-2\",\"contract\":%s}".formatted(code,
                        fields.replaceAll("\\{\"id[^}]*}", ""))));
    }
}
