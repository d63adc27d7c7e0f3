package io.waypost.app.chat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/sites")
class ChatSiteController {

    private final ChatSites sites;

    ChatSiteController(ChatSites sites) {
        this.sites = sites;
    }

    /** A site: a page or an app on which customers chat. */
    record SiteView(String key, String name, String unit, List<String> origins, String welcome, boolean active,
            int version) {

        static SiteView of(ChatSite site) {
            return new SiteView(site.key(), site.name(), site.unitCode(), site.origins(), site.welcome(), site.active(),
                    site.version());
        }
    }

    record NewSite(@NotBlank String key, @NotBlank @Size(max = 40) String name, @NotBlank String unit,
            @NotNull @Size(max = 20) List<String> origins, @NotBlank @Size(max = 200) String welcome) {}

    record ChangedSite(int version, @NotBlank @Size(max = 40) String name, @NotBlank String unit,
            @NotNull @Size(max = 20) List<String> origins, @NotBlank @Size(max = 200) String welcome, boolean active) {}

    @GetMapping
    List<SiteView> list() {
        return sites.all().stream().map(SiteView::of).toList();
    }

    @PostMapping
    SiteView add(@RequestBody @Valid NewSite body) {
        return SiteView
                .of(sites.add(new ChatSite(body.key().strip(), body.name().strip(), body.unit(), "", body.origins(),
                        body.welcome().strip(), true, 1)));
    }

    @PutMapping("/{key}")
    SiteView change(@PathVariable String key, @RequestBody @Valid ChangedSite body) {
        return SiteView.of(sites.change(new ChatSite(key, body.name().strip(), body.unit(), "", body.origins(),
                body.welcome().strip(), body.active(), body.version())));
    }
}
