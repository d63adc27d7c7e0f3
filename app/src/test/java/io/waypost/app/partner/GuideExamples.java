package io.waypost.app.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The examples of {@code docs/open-api.md} as one shell script: as they stand there, with what they leave open filled in. */
final class GuideExamples {

    static final String WAYBILL = "YT7700000000001";

    private static final Path GUIDE = Path.of("..", "docs/open-api.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\n(.*?)^```$");
    /** Every call must succeed; its answer can be looked into by the next. */
    private static final String BEGIN = """
            set -euo pipefail
            curl() {
              command curl --fail-with-body "$@" > answer || { cat answer; exit 1; }
              cat answer; echo
            }
            first() { grep -o "\\"$1\\":\\"[^\\"]*\\"" answer | head -1 | cut -d'"' -f4; }
            """;

    private GuideExamples() {}

    /**
     * The script.
     *
     * @param base the address of the platform
     */
    static String script(String base, PartnerScene.Partner partner) throws IOException {
        var open = Map.of(
                "client_id=wpc_…", "client_id=" + partner.clientId(),
                "client_secret=…", "client_secret=" + partner.client().secret(),
                "SECRET=…", "SECRET=" + partner.signing().secret(),
                "KEYID=wps_…", "KEYID=" + partner.signingId(),
                "TOKEN=…", "TOKEN=$(first access_token)",
                "https://waypost.example", base);
        var script = BLOCK.matcher(Files.readString(GUIDE)).results().map((MatchResult block) -> block.group(1))
                // The ticket of the example before it.
                .map(block -> block.contains("$TICKET") ? "TICKET=$(first id)\n" + block : block)
                .collect(Collectors.joining("\n", BEGIN, ""));
        for (var entry : open.entrySet()) {
            if (!script.contains(entry.getKey())) {
                throw new AssertionError("%s says nothing of %s any more".formatted(GUIDE, entry.getKey()));
            }
            script = script.replace(entry.getKey(), entry.getValue());
        }
        return script;
    }
}
