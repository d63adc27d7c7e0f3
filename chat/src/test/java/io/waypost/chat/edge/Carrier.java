package io.waypost.chat.edge;

import java.io.IOException;
import java.util.Random;

/** What carries a device's frames to a node and back, over real connections, until it breaks. Frames arrive on its own threads. */
abstract class Carrier {

    /** In which ways a device may come. */
    enum Kind {
        SOCKET,
        STREAM,
        POLL
    }

    /** Whom it carries for. */
    interface Passenger {
        /** A frame came. */
        void frame(Carrier from, Json frame);

        /** Something may be said now. */
        void ready(Carrier from);

        /** It did what it must not do. */
        void broken(Throwable failure);

        /** It is cut; said at least once. */
        void gone(Carrier from);
    }

    final Passenger passenger;
    final int port;
    final String token;
    final String device;
    private volatile boolean isCut;

    Carrier(Passenger passenger, int port, String token, String device) {
        this.passenger = passenger;
        this.port = port;
        this.token = token;
        this.device = device;
    }

    static Carrier of(Kind kind, Passenger passenger, int port, String token, String device) {
        return switch (kind) {
            case SOCKET -> new SocketCarrier(passenger, port, token, device);
            case STREAM -> new PlainCarrier(passenger, port, token, device, false);
            case POLL -> new PlainCarrier(passenger, port, token, device, true);
        };
    }

    final void start() {
        run(this::carry);
    }

    /** Comes to the node and takes what it says, until something breaks. */
    abstract void carry() throws IOException, InterruptedException;

    abstract void say(String frame);

    /** Says the first part of a frame and is cut then. */
    abstract void sayPart(String frame, Random random);

    abstract void hangUp(boolean isReset);

    /** Breaks off; nothing of what is under way arrives. */
    final void cut(boolean isReset) {
        isCut = true;
        hangUp(isReset);
        passenger.gone(this);
    }

    final boolean isCut() {
        return isCut;
    }

    interface Work {
        void run() throws IOException, InterruptedException;
    }

    final void run(Work work) {
        Thread.startVirtualThread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException | NumberFormatException broken) {
                cut(true);
            } catch (RuntimeException | Error failure) {
                passenger.broken(failure);
            }
        });
    }

    final void doing(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException broken) {
            cut(true);
        }
    }
}
