package io.waypost.chat.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What comes by an event stream or by polls, and what goes by single requests. */
final class PlainCarrier extends Carrier {

    private final boolean polls;
    private final BlockingQueue<String> toSay = new LinkedBlockingQueue<>();
    private volatile @Nullable RawLine line;
    private volatile @Nullable RawLine out;

    PlainCarrier(Passenger passenger, int port, String token, String device, boolean polls) {
        super(passenger, port, token, device);
        this.polls = polls;
    }

    @Override
    void carry() throws IOException {
        var opened = new RawLine(port);
        var saying = new RawLine(port);
        line = opened;
        out = saying;
        if (isCut()) {
            hangUp(true);
            return;
        }
        run(() -> {
            for (var frame = toSay.take(); !isCut(); frame = toSay.take()) {
                saying.ask("POST", "/frames?dev=" + device, token, frame);
                passenger.frame(this, Json.read(saying.answer()));
            }
        });
        if (polls) {
            poll(opened);
        } else {
            stream(opened);
        }
    }

    private void poll(RawLine opened) throws IOException {
        passenger.ready(this);
        var mark = "";
        while (!isCut()) {
            opened.ask("GET", "/poll?dev=" + device + "&mark=" + mark, token, "");
            var answer = Json.read(opened.answer());
            mark = answer.text("mark");
            for (var frame : answer.list("frames")) {
                passenger.frame(this, frame);
            }
        }
    }

    private void stream(RawLine opened) throws IOException {
        opened.ask("GET", "/events?dev=" + device, token, "");
        opened.head(200);
        var part = new StringBuilder();
        while (true) {
            part.append(opened.chunk());
            for (int end = part.indexOf("\n\n"); end >= 0; end = part.indexOf("\n\n")) {
                var event = part.substring(0, end);
                part.delete(0, end + 2);
                if (event.startsWith("data: ")) {
                    passenger.frame(this, Json.read(new String(event.substring(6).getBytes(ISO_8859_1), UTF_8)));
                }
            }
        }
    }

    @Override
    void say(String frame) {
        toSay.add(frame);
    }

    @Override
    void sayPart(String frame, Random random) {
        var now = out;
        if (now != null) {
            var bytes = RawLine.request("POST", "/frames?dev=" + device, token, frame);
            doing(() -> now.writePart(bytes, 1 + random.nextInt(bytes.length - 1), random.nextBoolean()));
        }
        cut(true);
    }

    @Override
    void hangUp(boolean isReset) {
        // Wakes whoever waits for something to say; it finds the line cut and does not say it.
        toSay.add("");
        for (var each : new RawLine[]{line, out}) {
            if (each != null) {
                each.cut(isReset);
            }
        }
    }
}
