package io.waypost.app.email;

import io.waypost.app.channel.SendResult;
import io.waypost.app.channel.SendResult.Later;
import io.waypost.app.channel.SendResult.Never;
import io.waypost.app.channel.SendResult.Unknown;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a mail server's answer means: 4xx may be tried again, 5xx not, and without an answer nobody knows. */
final class SmtpAnswers {

    private SmtpAnswers() {}

    static SendResult of(SendFailedException failure) {
        for (Exception each = failure; each instanceof MessagingException one; each = one.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return byCode(address.getReturnCode());
            }
        }
        return failure instanceof SMTPSendFailedException sending
                ? byCode(sending.getReturnCode())
                : new Never("ADDRESS_ILLEGAL");
    }

    private static SendResult byCode(int code) {
        if (code >= 500) {
            return new Never("SMTP_" + code);
        }
        if (code >= 400) {
            return new Later("SMTP_" + code, Duration.ofMinutes(1));
        }
        return new Unknown(code > 0 ? "SMTP_" + code : "CONNECTION_LOST");
    }
}
