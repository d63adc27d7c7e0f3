package io.waypost.app.channel;

/** The bytes of a letter or a file; not copied, so whoever holds them leaves them as they are. Never to be logged. */
public final class Content {

    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes);
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "Content[%d bytes]".formatted(bytes.length);
    }
}
