package io.waypost.app.attachment;

import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Things of a test that have files: each belongs to one unit, and whoever reaches the unit sees and adds. */
@Fixture
class TestThings implements AttachmentOwner {

    static final String KIND = "TEST_THING";

    private final Map<UUID, String> paths = new ConcurrentHashMap<>();

    Subject thing(String unitPath) {
        var id = UUID.randomUUID();
        paths.put(id, unitPath);
        return new Subject(KIND, id);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Reach> reach(UUID subject) {
        return Optional.ofNullable(paths.get(subject))
                .filter(path -> Acting.current().scope().reaches(path))
                .map(path -> new Reach(Set.of(path), true));
    }
}
