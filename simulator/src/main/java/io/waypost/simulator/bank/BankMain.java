package io.waypost.simulator.bank;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;

/** The bank as a program. Its first line says where it listens; it runs until it is ended, however. */
public final class BankMain {

    private BankMain() {}

    /** Exits with 2 when used wrongly. */
    public static void main(String[] args) throws IOException, GeneralSecurityException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BankOptions options;
        try {
            options = BankOptions.parse(List.of(args));
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            out.print(BankOptions.USAGE);
            System.exit(2);
            return;
        }
        Clock clock = Clock.systemUTC();
        BankKeys keys = BankKeys.in(options.keys());
        Bank bank = new Bank(options.journal(), options.manners(), options.seed(), clock);
        int port = new BankServer(options, bank, keys, clock).start();
        out.println("The bank listens at http://127.0.0.1:" + port);
        new BankNotices(options, bank, keys, clock).run();
    }
}
