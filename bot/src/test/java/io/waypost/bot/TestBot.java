package io.waypost.bot;

import io.waypost.bot.encode.Encoder;
import io.waypost.bot.encode.SentenceEncoder;
import java.nio.file.Path;

/** The bot as it is packaged, loaded once for all tests. */
public final class TestBot {

    /** The encoder of all tests. */
    public static final Encoder ENCODER = SentenceEncoder.load(Path.of("target", "native"));
    /** With the language model. */
    public static final Understander WHOLE = new Understander(PackagedModel.load(ENCODER), ENCODER);

    private TestBot() {}
}
