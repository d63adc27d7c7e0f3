package io.waypost.app.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.WaypostSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("T4 photos that tickets kept by themselves are taken over at the start")
class FileCupboardTest {

    @TempDir
    Path data;

    @Test
    void aPhotoLiesWhereItsRowSaysHoweverOftenThePlatformStarts() throws Exception {
        var photos = Files.createDirectories(data.resolve("photos"));
        var name = "0198c0de-0000-4000-8000-000000000001.jpg";
        Files.write(photos.resolve(name), new byte[]{1, 2, 3});
        for (int start = 0; start < 2; start++) {
            var cupboard = new FileCupboard(new WaypostSettings(data, WaypostSettings.Mode.LIVE, null));
            assertThat(cupboard.path(name)).hasBinaryContent(new byte[]{1, 2, 3});
        }
        assertThat(photos).isEmptyDirectory();
    }
}
