package io.waypost.bot.intent;

import io.waypost.bot.Packaged;
import io.waypost.core.dialogue.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The examples that come with the bot: one file an intent, and what is outside, near to it and far from it. */
public final class PackagedExamples {

    private static final String FOLDER = "examples/";

    private PackagedExamples() {}

    /** All of them, always in the same order. */
    public static List<IntentExample> all() {
        var all = new ArrayList<IntentExample>();
        for (var intent : Intent.values()) {
            Packaged.lines(FOLDER + "intents/" + intent.file())
                    .forEach(line -> all.add(new IntentExample(line, List.of(intent))));
        }
        Stream.of("outside/near.txt", "outside/far.txt")
                .forEach(file -> Packaged.lines(FOLDER + file)
                        .forEach(line -> all.add(new IntentExample(line, List.of()))));
        return all;
    }
}
