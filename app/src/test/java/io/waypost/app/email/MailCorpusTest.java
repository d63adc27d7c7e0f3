package io.waypost.app.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.waypost.app.kernel.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mail beside its text: {@code mvn -Dwaypost.email.write=true} writes the texts anew, to be read before they are kept. */
@DisplayName("C4 mails as they come are read, and nothing in them does harm")
class MailCorpusTest {

    private static final Path FOLDER = Path.of("src/test/resources/email");
    private static final UUID CONVERSATION = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    @TempDir
    static Path data;
    private static SignedIds ids;

    @BeforeAll
    static void keepTheKey() throws IOException {
        var key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/email-ids.key"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(key));
        ids = new SignedIds(new Secrets(data));
    }

    static List<String> mails() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml")).sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void eachIsReadAsItsTextSays(String name) throws IOException {
        var text = FOLDER.resolve(name.replace(".eml", ".txt"));
        var read = outcome(Files.readAllBytes(FOLDER.resolve(name)));
        if (Boolean.getBoolean("waypost.email.write")) {
            Files.writeString(text, read);
        }
        assertThat(read).isEqualTo(Files.readString(text));
    }

    private static String outcome(byte[] raw) {
        var mail = MimePart.of(raw);
        var from = MailFrom.of(mail);
        var bounce = Bounce.of(mail, from, ids);
        if (bounce.isPresent()) {
            return "bounce: %s %s of %s%n".formatted(bounce.get().state(), bounce.get().code(), bounce.get().ids());
        }
        var machine = MachineMail.why(mail, from, Set.of("service@service.example", "other@service.example"));
        if (machine.isPresent()) {
            return "nothing: %s%n".formatted(machine.get());
        }
        var read = ReadMail.of(mail);
        return Stream.of("from: %s (%s)".formatted(from.address(), from.name()), "to: " + read.to(),
                "at: " + read.at(), "subject: " + read.subject(), "id: " + read.messageId(),
                "references: " + read.references(),
                "answers: " + ids.answered(mail).map(named -> named.conversation() + " " + named.seq()).orElse(""),
                "failed: " + SenderCheck.failed(mail, "mx.service.example"),
                "files: " + read.files().stream().map(file -> file.name() + " " + file.content().size())
                        .collect(Collectors.joining(", ")),
                "remarks: " + read.remarks(), "remote images: " + read.remoteImages(), "words: " + read.words(),
                "html: " + read.html()).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void twentyThousandReferencesAreShortened() {
        var references = IntStream.range(0, 20_000).mapToObj("<%d.old@customer.example>"::formatted)
                .collect(Collectors.joining("\r\n "));
        var mail = mail("References: " + references + "\r\n " + ids.give(CONVERSATION, 5, "service.example"), "x");
        var read = ReadMail.of(mail);
        assertThat(read.references().split(" ")).hasSize(20).startsWith("<0.old@customer.example>");
        assertThat(ids.answered(mail).orElseThrow().conversation()).isEqualTo(CONVERSATION);
    }

    @Test
    void aMailOfAMillionPartsOrLevelsCostsLittle() {
        var parts = "--x\r\n\r\nz\r\n".repeat(1_000_000);
        var levels = IntStream.range(0, 20_000)
                .mapToObj(i -> "--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n".formatted(i, i + 1))
                .collect(Collectors.joining());
        quickly(() -> {
            var many = ReadMail.of(mail("Content-Type: multipart/mixed; boundary=x",
                    "--x\r\nContent-Type: text/plain\r\n\r\nfirst\r\n" + parts));
            assertThat(many.words()).startsWith("first");
            assertThat(many.remarks()).singleElement().asString().contains("过于复杂");
            var deep = ReadMail.of(mail("Content-Type: multipart/mixed; boundary=b0", levels));
            assertThat(deep.remarks()).singleElement().asString().contains("过于复杂");
        });
    }

    @Test
    void deepMarkupAndLongLinesCostLittle() {
        quickly(() -> {
            var deep = ReadMail.of(mail("Content-Type: text/html; charset=utf-8",
                    "<div>".repeat(20_000) + "at the bottom" + "</div>".repeat(20_000)));
            assertThat(deep.words()).isEqualTo("at the bottom");
            assertThat(deep.html()).hasSizeLessThan(20_000);
            var open = ReadMail.of(mail("Content-Type: text/html", "<a href=\"" + "<".repeat(500_000)));
            assertThat(open.html()).hasSizeLessThan(3_000_000);
            var line = ReadMail.of(mail("Content-Type: text/plain", "a ".repeat(500_000) + "wrote:\r\n> q"));
            assertThat(line.remarks()).singleElement().asString().contains("正文过长");
            var address = MailFrom.of(MimePart.of(("From: " + "\"a".repeat(100_000) + "\r\n\r\n").getBytes(
                    StandardCharsets.US_ASCII)));
            assertThat(address.address()).isEmpty();
        });
    }

    @Test
    void onlyWhatWeSignedIsOurs() {
        var own = ids.give(CONVERSATION, 5, "service.example");
        assertThat(ids.in(own)).singleElement().satisfies(named -> assertThat(named.seq()).isEqualTo(5));
        assertThat(ids.in(own.replace(".5.", ".6."))).isEmpty();
        assertThat(ids.in(own.replace("0001.", "0002."))).isEmpty();
        assertThat(ids.in(own.replace("<t.", "<T.").replace("service", "SERVICE"))).hasSize(1);
    }

    @Test
    void nothingThrowsWhateverComes() {
        var seed = 20261130L;
        var random = new java.util.Random(seed);
        for (int round = 0; round < 300; round++) {
            var bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            var broken = ("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=" + (char) random.nextInt(256)
                    + "\r\nContent-Transfer-Encoding: base64\r\nSubject: =?" + new String(bytes,
                            StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThatCode(() -> outcome(broken)).as("seed %d round %d", seed, round).doesNotThrowAnyException();
        }
    }

    private static MimePart mail(String headers, String body) {
        return MimePart.of("From: zhang@customer.example\r\n%s\r\n\r\n%s".formatted(headers, body)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void quickly(org.junit.jupiter.api.function.Executable work) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), work);
    }
}
