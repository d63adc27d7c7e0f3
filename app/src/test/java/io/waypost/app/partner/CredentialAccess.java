package io.waypost.app.partner;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import java.util.List;
import java.util.Optional;

/** The secrets of a unit's key, for whoever looks after keys. */
@Fixture
class CredentialAccess implements AccessFixture {

    private final PartnerScene scene;

    CredentialAccess(PartnerScene scene) {
        this.scene = scene;
    }

    @Override
    public List<Request> about(String unitCode) {
        var partner = scene.partner(unitCode);
        var path = "/api/v1/keys/{id}/credentials";
        return List.of(
                Request.get(path, partner.keyId()),
                Request.of(POST, path, partner.keyId(), "{\"kind\":\"OAUTH\",\"name\":\"新\"}"),
                new Request(DELETE, path + "/{credentialId}",
                        path.replace("{id}", partner.keyId().toString()) + "/" + partner.client().credential().id(),
                        null,
                        Optional.empty(), Foreign.REFUSED));
    }
}
