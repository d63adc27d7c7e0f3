package io.waypost.chat.edge;

import io.waypost.chat.frame.ClientFrame;
import io.waypost.chat.frame.ClientFrame.Hello;
import io.waypost.chat.frame.ClientFrame.Ping;
import io.waypost.chat.frame.ClientFrame.Post;
import io.waypost.chat.frame.ClientFrame.Pull;
import io.waypost.chat.frame.ClientFrame.Read;
import io.waypost.chat.frame.ClientFrame.Token;
import io.waypost.chat.frame.ClientFrame.Typing;
import io.waypost.chat.frame.ClientFrame.Unreadable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a frame is about, for the answer to say so. */
final class Asked {

    private Asked() {}

    static @Nullable String cid(ClientFrame frame) {
        return switch (frame) {
            case Post(var posting) -> posting.cid();
            case Unreadable bad -> bad.cid();
            case Hello _,Pull _,Read _,Typing _,Token _,Ping _ -> null;
        };
    }

    static @Nullable UUID conversation(ClientFrame frame) {
        return switch (frame) {
            case Post(var posting) -> posting.conversation();
            case Pull pull -> pull.conversation();
            case Read read -> read.conversation();
            case Typing typing -> typing.conversation();
            case Unreadable bad -> bad.conversation();
            case Hello _,Token _,Ping _ -> null;
        };
    }
}
