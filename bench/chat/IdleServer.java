import io.waypost.chat.ChatHost;
import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatListener;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ChatSide;
import io.waypost.chat.ConversationHead;
import io.waypost.chat.PostAnswer;
import io.waypost.chat.Posting;
import io.waypost.chat.SignIn;
import io.waypost.chat.edge.ChatLimits;
import io.waypost.chat.edge.ChatServer;
import io.waypost.chat.edge.ChatSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The edge over a host that knows everybody and one conversation of each. A line on the input asks for memory, the end of it stops. */
final class IdleServer {

    private static final class Host implements ChatHost {
        @Override
        public CompletionStage<SignIn> signIn(String token, String device) {
            var id = new UUID(1, Long.parseLong(token));
            return CompletableFuture.completedFuture(
                    new SignIn.Granted(new ChatPrincipal(ChatSide.CUSTOMER, id, "Customer " + token, Instant.MAX)));
        }

        @Override
        public CompletionStage<List<ConversationHead>> heads(ChatPrincipal who) {
            return CompletableFuture.completedFuture(List.of(new ConversationHead(who.id(), 12, 12, 12, "OPEN", 3, "A parcel")));
        }

        @Override
        public CompletionStage<PostAnswer> post(ChatPrincipal who, Posting posting) {
            return CompletableFuture.completedFuture(new PostAnswer.Refused("BENCH", "Nobody posts here."));
        }

        @Override
        public CompletionStage<List<ChatItem>> items(ChatPrincipal who, UUID conversation, long after, int max) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<ConversationHead> read(ChatPrincipal who, UUID conversation, long seq) {
            return CompletableFuture.failedFuture(new IllegalStateException("Nobody reads here."));
        }

        @Override
        public void typing(ChatPrincipal who, UUID conversation) {}

        @Override
        public AutoCloseable listen(ChatPrincipal who, ChatListener listener) {
            return () -> {};
        }
    }

    public static void main(String[] arguments) throws Exception {
        int sockets = Integer.parseInt(arguments[0]);
        var settings = new ChatSettings("0.0.0.0", 0, 2, _ -> true, _ -> false, InstantSource.system(),
                ChatLimits.usual().withConnections(sockets + 100, sockets + 100));
        try (var server = ChatServer.start(new Host(), settings)) {
            System.out.println("port\t" + server.port());
            int asked;
            while ((asked = System.in.read()) >= 0) {
                if (asked == '\n') {
                    System.gc();
                    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                    System.out.println("memory\t" + server.counts().sockets() + "\t" + heap / 1_024 + "\t" + resident());
                }
            }
        }
    }

    private static long resident() throws Exception {
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }
}
