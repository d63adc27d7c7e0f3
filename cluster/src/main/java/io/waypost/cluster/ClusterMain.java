package io.waypost.cluster;

import io.waypost.cluster.command.Feed;
import io.waypost.cluster.command.Misuse;
import io.waypost.cluster.command.Options;
import io.waypost.cluster.command.Services;
import java.util.Arrays;

/** The commands of the cluster host; {@code job} is also what Flink starts. */
public final class ClusterMain {

    private static final String USAGE = """
            waypost-cluster COMMAND --kafka HOST:PORT[,...] [options]

              topics      makes the topics             --partitions 16 --replicas 3 --kept-days 14
                                                       --clock broker|writers
              job         runs the watch on Flink      --checkpoints URI --checkpoint-seconds 10 --parallelism N --from CHECKPOINT
                                                       --remembered-days 15 --sweep-seconds 1
              timelines   keeps and serves timelines   --folder DIR --partitions 0-15 --address 127.0.0.1 --port 8090
                                                       --token-file FILE --kept-days 90
              heartbeats  moves time on                --every-seconds 1
              feed        writes scans from standard input, one a line

              --network NAME           what the topics' names begin with (default waypost)
              --kafka-properties FILE  how Kafka is reached otherwise (TLS, SASL), as Kafka's own clients read it

            docs/operations.md tells how they work together.
            """;

    private ClusterMain() {}

    /** Runs one command. */
    public static void main(String[] arguments) throws Exception {
        try {
            if (arguments.length == 0) {
                throw new Misuse("Which command?");
            }
            var options = Options.of(Arrays.asList(arguments).subList(1, arguments.length));
            switch (arguments[0]) {
                case "topics" -> Services.topics(options);
                case "job" -> Services.job(options);
                case "timelines" -> Services.timelines(options);
                case "heartbeats" -> Services.heartbeats(options);
                case "feed" -> Feed.run(options, System.in);
                default -> throw new Misuse("There is no command %s.".formatted(arguments[0]));
            }
        } catch (Misuse misuse) {
            System.err.println(misuse.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        }
    }
}
