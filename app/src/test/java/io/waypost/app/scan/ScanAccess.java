package io.waypost.app.scan;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file of scans that somebody of a unit uploaded. */
@Fixture
class ScanAccess implements AccessFixture {

    private final Organisation organisation;
    private final Imports imports;

    ScanAccess(Organisation organisation, Imports imports) {
        this.organisation = organisation;
        this.imports = imports;
    }

    @Override
    public List<Request> about(String unitCode) {
        var file = "waybill,type,scannedAt,site\n".getBytes(StandardCharsets.UTF_8);
        try {
            var job = Acting.as(organisation.actor(unitCode, Permission.SCANS_IMPORT),
                    () -> imports.accept("own.csv", new ByteArrayInputStream(file)));
            return List.of(
                    Request.get("/api/v1/scans/imports/{id}", job.id()),
                    Request.get("/api/v1/scans/imports/{id}/errors", job.id()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
