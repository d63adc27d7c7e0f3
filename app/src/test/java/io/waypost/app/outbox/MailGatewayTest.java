package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.waypost.app.outbox.Gateway.Accepted;
import io.waypost.app.outbox.Gateway.Letter;
import io.waypost.app.outbox.Gateway.Rejected;
import io.waypost.app.outbox.Gateway.Retryable;
import io.waypost.app.outbox.Gateway.Unknown;
import io.waypost.app.outbox.OutboxSettings.Mail;
import io.waypost.app.outbox.OutboxSettings.Tls;
import io.waypost.core.outbox.MessageClass;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("O1 mail keeps the contract, on a real server")
class MailGatewayTest extends GatewayContract {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MailGateway gateway;

    MailGatewayTest() {
        server.start();
        server.setUser("waypost", "waypost", "password");
        gateway = gateway(server.getSmtp().getPort(), "waypost", Tls.NONE);
    }

    private static MailGateway gateway(int port, @Nullable String user, Tls tls) {
        return new MailGateway(new Mail("127.0.0.1", port, tls, user, user == null ? null : "password",
                "驿路客服 <service@waypost.example>", 0, Duration.ofSeconds(2)), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    Gateway gateway() {
        return gateway;
    }

    @Override
    String recipient(int number) {
        return "customer%d@example.com".formatted(number);
    }

    @Override
    boolean keepsOrder() {
        return false;
    }

    @Override
    List<Letter> received() throws Exception {
        var letters = new ArrayList<Letter>();
        for (var mail : server.getReceivedMessages()) {
            letters.add(new Letter(new UUID(0, 0), mail.getAllRecipients()[0].toString(), MessageClass.SERVICE,
                    new MessageBody(mail.getSubject(), ((String) mail.getContent()).replace("\r\n", "\n"), null,
                            Map.of()),
                    null));
        }
        return letters;
    }

    private static Letter mail(String title, @Nullable String html) {
        return new Letter(UUID.randomUUID(), "customer@example.com", MessageClass.SERVICE,
                new MessageBody(title, "您的工单已有结果。", html, Map.of()), null);
    }

    @Test
    void aChineseSubjectAndBothFormsArriveWhole() throws Exception {
        var letter = mail("【驿路】工单 T261121-00427-6 已有处理结果，请您确认是否满意😀", "<p>您的工单<b>已有结果</b>。</p>");
        assertThat(gateway.submit(List.of(letter))).singleElement().isInstanceOf(Accepted.class);
        var got = only();
        assertThat(got.getSubject()).isEqualTo(letter.body().title());
        assertThat(((InternetAddress) got.getFrom()[0]).getPersonal()).isEqualTo("驿路客服");
        assertThat(got.getMessageID()).isEqualTo("<waypost.%s@waypost.example>".formatted(letter.id()));
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var parts = (MimeMultipart) got.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("您的工单已有结果。");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<b>已有结果</b>");
        assertThat(GreenMailUtil.getWholeMessage(got)).as("only ASCII on the way").matches("\\p{ASCII}+");
    }

    @Test
    void aFileGoesWithItUnderItsChineseName() throws Exception {
        byte[] bytes = {'P', 'K', 3, 4, 0, (byte) 0xff, '\r', '\n'};
        var body = new MessageBody("清单", "共两件。", "<p>共两件。</p>", Map.of(),
                Attached.of("时效预警-O440106-001-2026-11-29.xlsx", Attached.EXCEL, bytes));
        gateway.submit(
                List.of(new Letter(UUID.randomUUID(), "customer@example.com", MessageClass.SERVICE, body, null)));
        var parts = (MimeMultipart) only().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(((MimeMultipart) parts.getBodyPart(0).getContent()).getCount()).as("both forms").isEqualTo(2);
        var file = parts.getBodyPart(1);
        assertThat(file.getContentType()).startsWith(Attached.EXCEL);
        assertThat(MimeUtility.decodeText(file.getFileName())).isEqualTo("时效预警-O440106-001-2026-11-29.xlsx");
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void aLineBreakInTheTitleAddsNoHeader() throws Exception {
        gateway.submit(List.of(mail("x\r\nBcc: everybody@example.com\r\n\r\nbody", null)));
        assertThat(only().getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aWrongPasswordIsTriedAgainMuchLater() {
        server.setUser("waypost", "waypost", "changed");
        assertThat(gateway.submit(List.of(mail("x", null)))).singleElement().isInstanceOf(Retryable.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void nothingIsSaidInClearWhereTlsIsWanted() {
        var careful = gateway(server.getSmtp().getPort(), "waypost", Tls.STARTTLS);
        assertThat(careful.submit(List.of(mail("x", null)))).containsExactly(new Retryable("NOT_REACHED",
                Duration.ZERO));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        server.stop();
        assertThat(gateway.submit(List.of(mail("x", null), mail("y", null))))
                .containsOnly(new Retryable("NOT_REACHED", Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550 5.1.1 no such user,Rejected,NO_SUCH_RECIPIENT,0", "RCPT,550 5.7.1 no,Rejected,SMTP_550,0",
            "RCPT,451 4.3.0 later,Retryable,SMTP_451,0", "DATA,452 full,Retryable,SMTP_452,0",
            ".,554 5.7.1 spam,Rejected,SMTP_554,1", ".,451 later,Retryable,SMTP_451,1",
            ".,'',Unknown,CONNECTION_LOST,1"})
    void theServersAnswerIsReadForWhatItSays(String command, String answer, String kind, String code, int bodies)
            throws IOException {
        try (var scripted = new ScriptedSmtp(Map.of(command, answer))) {
            var result = gateway(scripted.port(), null, Tls.NONE).submit(List.of(mail("x", null))).getFirst();
            assertThat(result.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(result.toString()).contains(code);
            assertThat(scripted.bodies()).isEqualTo(bodies);
        }
    }

    @Test
    void afterABrokenConnectionTheRestOfTheBatchHasNotBeenSent() throws IOException {
        try (var scripted = new ScriptedSmtp(Map.of(".", ""))) {
            assertThat(gateway(scripted.port(), null, Tls.NONE).submit(List.of(mail("x", null), mail("y", null))))
                    .satisfiesExactly(first -> assertThat(first).isInstanceOf(Unknown.class),
                            second -> assertThat(second).isInstanceOf(Retryable.class));
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndASenderToo() {
        var nobody = new Letter(UUID.randomUUID(), "no address", MessageClass.SERVICE,
                new MessageBody("x", "y", null, Map.of()), null);
        assertThat(gateway.submit(List.of(nobody))).containsExactly(new Rejected("ADDRESS_ILLEGAL"));
        assertThatThrownBy(() -> new MailGateway(new Mail("h", 25, Tls.NONE, null, null, "no address", 0,
                Duration.ofSeconds(1)), Clock.systemUTC())).hasMessageContaining("waypost.outbox.mail.from");
    }

    private MimeMessage only() throws MessagingException {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }
}
