package io.waypost.app.outbox.cmpp;

import io.waypost.app.outbox.cmpp.CmppFrame.ActiveTest;
import io.waypost.app.outbox.cmpp.CmppFrame.ActiveTestResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.Connect;
import io.waypost.app.outbox.cmpp.CmppFrame.ConnectResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.DeliverResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.Numbered;
import io.waypost.app.outbox.cmpp.CmppFrame.Reply;
import io.waypost.app.outbox.cmpp.CmppFrame.Report;
import io.waypost.app.outbox.cmpp.CmppFrame.Submit;
import io.waypost.app.outbox.cmpp.CmppFrame.SubmitResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.Terminate;
import io.waypost.app.outbox.cmpp.CmppFrame.TerminateResponse;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Turns frames into bytes and back, in the layout of one version. Thread-safe: it has no state. */
public final class CmppCodec {

    private static final int RESPONSE = 0x8000_0000;
    private static final int HEADER = 12;
    private static final int LONGEST = 4096;
    private static final int UCS2 = 8;
    private static final int USER_DATA_HEADER = 6;
    private static final Charset GBK = Charset.forName("GBK");

    private final CmppVersion version;

    public CmppCodec(CmppVersion version) {
        this.version = version;
    }

    /** The bytes of a frame, its length first. */
    public byte[] encode(Numbered numbered) {
        var body = ByteBuffer.allocate(LONGEST);
        int command = switch (numbered.frame()) {
            case Connect connect -> connect(body, connect);
            case ConnectResponse response -> connectResponse(body, response);
            case Terminate _ -> 2;
            case TerminateResponse _ -> RESPONSE | 2;
            case Submit submit -> submit(body, submit);
            case SubmitResponse response -> answer(body, response.messageId(), response.result(), 4);
            case Reply reply -> reply(body, reply);
            case Report report -> report(body, report);
            case DeliverResponse response -> answer(body, response.messageId(), response.result(), 5);
            case ActiveTest _ -> 8;
            case ActiveTestResponse _ -> {
                body.put((byte) 0);
                yield RESPONSE | 8;
            }
        };
        int length = HEADER + body.position();
        var frame = ByteBuffer.allocate(length).putInt(length).putInt(command).putInt(numbered.sequence());
        return frame.put(body.flip()).array();
    }

    /**
     * Reads the next frame; null where its command is unknown.
     *
     * @throws EOFException at the end of the stream
     * @throws IOException if what comes is no frame; the link is then of no use any more
     */
    public @Nullable Numbered read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        int length = in.readInt();
        if (length < HEADER || length > LONGEST) {
            throw new IOException("A frame of %d bytes is none.".formatted(length));
        }
        int command = in.readInt();
        int sequence = in.readInt();
        var bytes = new byte[length - HEADER];
        in.readFully(bytes);
        try {
            var frame = decode(command, ByteBuffer.wrap(bytes));
            return frame == null ? null : new Numbered(sequence, frame);
        } catch (BufferUnderflowException | IllegalArgumentException tooShort) {
            throw new IOException("The frame %08x of %d bytes is too short.".formatted(command, length), tooShort);
        }
    }

    private @Nullable CmppFrame decode(int command, ByteBuffer body) {
        return switch (command) {
            case 1 -> new Connect(text(body, 6), hex(body, 16), body.get(), body.getInt());
            case RESPONSE | 1 -> new ConnectResponse(status(body), hex(body, 16), body.get());
            case 2 -> new Terminate();
            case RESPONSE | 2 -> new TerminateResponse();
            case 4 -> readSubmit(body);
            case RESPONSE | 4 -> new SubmitResponse(body.getLong(), status(body));
            case 5 -> readDeliver(body);
            case RESPONSE | 5 -> new DeliverResponse(body.getLong(), status(body));
            case 8 -> new ActiveTest();
            case RESPONSE | 8 -> new ActiveTestResponse();
            default -> null;
        };
    }

    private static int connect(ByteBuffer body, Connect connect) {
        fixed(body, connect.account(), 6);
        body.put(HexFormat.of().parseHex(connect.authenticator())).put((byte) connect.version())
                .putInt(connect.timestamp());
        return 1;
    }

    private int connectResponse(ByteBuffer body, ConnectResponse response) {
        putStatus(body, response.status());
        body.put(HexFormat.of().parseHex(response.authenticator())).put((byte) response.version());
        return RESPONSE | 1;
    }

    private int submit(ByteBuffer body, Submit submit) {
        body.putLong(0).put((byte) submit.total()).put((byte) submit.number());
        // A report is wanted; the ordinary level; who is charged is told by the account.
        body.put((byte) 1).put((byte) 0);
        fixed(body, submit.service(), 10);
        body.put((byte) 2);
        fixed(body, "", version.numberWidth());
        if (version.numberTypes()) {
            body.put((byte) 0);
        }
        boolean parts = submit.total() > 1;
        body.put((byte) 0).put((byte) (parts ? 1 : 0)).put((byte) UCS2);
        fixed(body, submit.account(), 6);
        fixed(body, "01", 2);
        fixed(body, "", 6 + 17 + 17);
        fixed(body, submit.source(), 21);
        body.put((byte) 1);
        fixed(body, submit.to(), version.numberWidth());
        if (version.numberTypes()) {
            body.put((byte) 0);
        }
        var content = submit.text().getBytes(StandardCharsets.UTF_16BE);
        body.put((byte) (content.length + (parts ? USER_DATA_HEADER : 0)));
        if (parts) {
            body.put(new byte[]{5, 0, 3, (byte) submit.reference(), (byte) submit.total(), (byte) submit.number()});
        }
        body.put(content);
        fixed(body, "", version.tail());
        return 4;
    }

    private CmppFrame readSubmit(ByteBuffer body) {
        body.getLong();
        int total = body.get() & 0xff;
        int number = body.get() & 0xff;
        body.getShort();
        var service = text(body, 10);
        skip(body, 1 + version.numberWidth() + (version.numberTypes() ? 1 : 0) + 1);
        boolean parts = body.get() == 1;
        int format = body.get();
        var account = text(body, 6);
        skip(body, 2 + 6 + 17 + 17);
        var source = text(body, 21);
        int receivers = body.get() & 0xff;
        if (receivers != 1) {
            throw new IllegalArgumentException("One receiver is expected, not %d.".formatted(receivers));
        }
        var to = text(body, version.numberWidth());
        skip(body, version.numberTypes() ? 1 : 0);
        int length = body.get() & 0xff;
        int reference = 0;
        if (parts) {
            skip(body, 3);
            reference = body.get() & 0xff;
            skip(body, 2);
            length -= USER_DATA_HEADER;
        }
        return new Submit(total, number, reference, service, account, source, to, content(body, length, format));
    }

    private int reply(ByteBuffer body, Reply reply) {
        var content = reply.text().getBytes(StandardCharsets.UTF_16BE);
        deliver(body, reply.messageId(), reply.to(), reply.from(), false, content);
        return 5;
    }

    private int report(ByteBuffer body, Report report) {
        var content = ByteBuffer.allocate(8 + 7 + 10 + 10 + version.numberWidth() + 4);
        content.putLong(report.about());
        fixed(content, report.state(), 7);
        fixed(content, "", 20);
        fixed(content, report.to(), version.numberWidth());
        content.putInt(0);
        deliver(body, report.messageId(), report.source(), report.to(), true, content.array());
        return 5;
    }

    private void deliver(ByteBuffer body, long id, String to, String from, boolean report, byte[] content) {
        body.putLong(id);
        fixed(body, to, 21);
        fixed(body, "", 10);
        body.put((byte) 0).put((byte) 0).put((byte) (report ? 0 : UCS2));
        fixed(body, from, version.numberWidth());
        if (version.numberTypes()) {
            body.put((byte) 0);
        }
        body.put((byte) (report ? 1 : 0)).put((byte) content.length).put(content);
        fixed(body, "", version.tail());
    }

    private CmppFrame readDeliver(ByteBuffer body) {
        long id = body.getLong();
        var to = text(body, 21);
        skip(body, 10 + 1 + 1);
        int format = body.get();
        var from = text(body, version.numberWidth());
        skip(body, version.numberTypes() ? 1 : 0);
        boolean report = body.get() == 1;
        int length = body.get() & 0xff;
        if (!report) {
            return new Reply(id, to, from, content(body, length, format));
        }
        long about = body.getLong();
        var state = text(body, 7);
        skip(body, 20);
        return new Report(id, about, state, to, text(body, version.numberWidth()));
    }

    private static String content(ByteBuffer body, int length, int format) {
        if (length < 0) {
            throw new IllegalArgumentException("A text of %d bytes is none.".formatted(length));
        }
        var bytes = new byte[length];
        body.get(bytes);
        return switch (format) {
            case UCS2 -> new String(bytes, StandardCharsets.UTF_16BE);
            case 15 -> new String(bytes, GBK);
            default -> new String(bytes, StandardCharsets.US_ASCII);
        };
    }

    private int answer(ByteBuffer body, long id, int result, int command) {
        body.putLong(id);
        putStatus(body, result);
        return RESPONSE | command;
    }

    private void putStatus(ByteBuffer body, int status) {
        if (version.statusWidth() == 4) {
            body.putInt(status);
        } else {
            body.put((byte) status);
        }
    }

    private int status(ByteBuffer body) {
        return version.statusWidth() == 4 ? body.getInt() : body.get() & 0xff;
    }

    /** Text at the left, zeros to the full width; what is too long is a defect of the caller. */
    private static void fixed(ByteBuffer body, String text, int width) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > width) {
            throw new IllegalArgumentException("A field of %d bytes cannot hold %d.".formatted(width, bytes.length));
        }
        body.put(bytes).put(new byte[width - bytes.length]);
    }

    private static String text(ByteBuffer body, int width) {
        var bytes = new byte[width];
        body.get(bytes);
        int end = 0;
        while (end < width && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.US_ASCII).strip();
    }

    private static String hex(ByteBuffer body, int width) {
        var bytes = new byte[width];
        body.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void skip(ByteBuffer body, int bytes) {
        if (body.remaining() < bytes) {
            throw new BufferUnderflowException();
        }
        body.position(body.position() + bytes);
    }
}
