package io.waypost.app.kernel.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is ({@code waypost.database.*}).
 *
 * @param url a JDBC address of the user's own PostgreSQL; absent = an embedded one in the data folder
 * @param owner the role that owns the schema and migrates it
 * @param app the role that serves requests: it owns nothing and cannot bypass row-level security
 * @param connections the most connections of this node
 */
@ConfigurationProperties("waypost.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("postgres") String owner,
        @Nullable String ownerPassword,
        @DefaultValue("waypost_app") String app,
        @Nullable String appPassword,
        @DefaultValue("24") int connections) {}
