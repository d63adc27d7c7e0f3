package io.waypost.app.testing;

import io.waypost.app.WaypostApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Another node of the platform, as it is shipped: a context of its own with connections of its own. It shares the database with a test, and
 * nothing else but the folder of secrets.
 */
public final class OtherNode implements AutoCloseable {

    private final String url;
    private final String name;
    private final ConfigurableApplicationContext context;

    private OtherNode(String url, String name, ConfigurableApplicationContext context) {
        this.url = url;
        this.name = name;
        this.context = context;
    }

    /** Starts a node of that name on a database. */
    public static OtherNode start(String url, String name) {
        var application = new SpringApplicationBuilder(WaypostApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("noTests", new NoTests()));
        return new OtherNode(url, name, application.run("--waypost.database.url=" + named(url, name), "--server.port=0",
                "--waypost.chat.port=-1"));
    }

    /** The same database's address, by which the node's connections are known from others. */
    public static String named(String url, String name) {
        return url + "?ApplicationName=" + name;
    }

    /** What of a test lies beside the platform's classes is no part of a node. */
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader read, MetadataReaderFactory factory) {
            try {
                return read.getResource().getURL().getPath().contains("test-classes");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTests;
        }

        @Override
        public int hashCode() {
            return NoTests.class.hashCode();
        }
    }

    /** A part of it. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Tears whatever it is doing in the database; as far as that goes it has died. Its connections come back. */
    public void tear() {
        SharedDatabase.owner(url,
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '%s'".formatted(name));
    }

    /** It stops. */
    @Override
    public void close() {
        context.close();
    }
}
