package io.waypost.app.email;

import io.waypost.app.email.Mailbox.MailServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.IdentityHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a mailbox, in words that say what to change. */
final class MailboxWords {

    private MailboxWords() {}

    /** @param which what the server is for, such as 收信 */
    static String of(String which, MailServer server, Exception failure) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = next(cause)) {
            switch (cause) {
                case AuthenticationFailedException _ -> {
                    return which + "服务器拒绝登录：请检查登录名和密码。许多邮箱要先在网页上开启 IMAP/SMTP，并用“授权码”代替登录密码。";
                }
                case FolderNotFoundException _ -> {
                    return which + "服务器上没有这个文件夹，请检查“收件夹”，一般是 INBOX。";
                }
                case UnknownHostException _ -> {
                    return "找不到%s服务器 %s：请检查服务器地址。".formatted(which, server.host());
                }
                case SSLException _ -> {
                    return "与%s服务器 %s 的加密连接失败：请检查端口与加密方式是否相配，以及服务器的证书。".formatted(which, server);
                }
                case ConnectException _ -> {
                    return unreached(which, server);
                }
                case SocketTimeoutException _ -> {
                    return unreached(which, server);
                }
                default -> {
                    // The cause says more, if there is one.
                }
            }
        }
        return "%s服务器 %s 的答复异常（%s）。".formatted(which, server, failure.getClass().getSimpleName());
    }

    private static String unreached(String which, MailServer server) {
        return "连不上%s服务器 %s：请检查地址、端口和防火墙。".formatted(which, server);
    }

    static String unsafe(String which, MailServer server) {
        return "%s服务器 %s 不在本机，必须加密：请把%s加密改为 SSL/TLS 或 STARTTLS。".formatted(which, server.host(), which);
    }

    private static @Nullable Throwable next(Throwable cause) {
        if (cause.getCause() != null) {
            return cause.getCause();
        }
        return cause instanceof jakarta.mail.MessagingException mail ? mail.getNextException() : null;
    }
}
