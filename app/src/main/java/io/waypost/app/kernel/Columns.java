package io.waypost.app.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.support.AbstractSqlTypeValue;

/**
 * Columns of a bulk statement: a list of rows is given to PostgreSQL as one array a column, to be unnested there. One statement then
 * writes thousands of rows.
 */
public final class Columns {

    private Columns() {}

    /** A column of type {@code text}. */
    public static <T> SqlTypeValue texts(Collection<T> rows, Function<T, @Nullable String> value) {
        return column("text", rows, value, new String[0]);
    }

    /** A column of type {@code bigint}. */
    public static <T> SqlTypeValue longs(Collection<T> rows, Function<T, @Nullable Long> value) {
        return column("int8", rows, value, new Long[0]);
    }

    /** A column of type {@code bigint} that holds microseconds since 1970; a timestamp array would travel as text. */
    public static <T> SqlTypeValue instants(Collection<T> rows, Function<T, @Nullable Instant> value) {
        return longs(rows, row -> micros(value.apply(row)));
    }

    /** A column of type {@code integer}. */
    public static <T> SqlTypeValue ints(Collection<T> rows, Function<T, @Nullable Integer> value) {
        return column("int4", rows, value, new Integer[0]);
    }

    /** A column of type {@code double precision}. */
    public static <T> SqlTypeValue doubles(Collection<T> rows, Function<T, @Nullable Double> value) {
        return column("float8", rows, value, new Double[0]);
    }

    /** A column of type {@code boolean}. */
    public static <T> SqlTypeValue flags(Collection<T> rows, Function<T, Boolean> value) {
        return column("bool", rows, value, new Boolean[0]);
    }

    /** A column of type {@code uuid}. */
    public static <T> SqlTypeValue ids(Collection<T> rows, Function<T, @Nullable UUID> value) {
        return column("uuid", rows, value, new UUID[0]);
    }

    /** A column of type {@code bytea}. */
    public static <T> SqlTypeValue bytes(Collection<T> rows, Function<T, byte @Nullable []> value) {
        return column("bytea", rows, value, new byte[0][]);
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static <T, V extends @Nullable Object> SqlTypeValue column(
            String type, Collection<T> rows, Function<T, V> value, V[] shape) {
        var values = rows.stream().map(value).toList();
        return new AbstractSqlTypeValue() {
            @Override
            protected Object createTypeValue(Connection connection, int sqlType, @Nullable String typeName)
                    throws SQLException {
                return connection.createArrayOf(type, values.toArray(shape));
            }
        };
    }
}
