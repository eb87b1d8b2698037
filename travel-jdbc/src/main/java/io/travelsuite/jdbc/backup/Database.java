package io.travelsuite.jdbc.backup;

import javax.sql.DataSource;

/**
 * A database, as the library and as the server's tools reach it.
 *
 * @param dataSource the library's way
 * @param access the tools' way, to the same database
 */
public record Database(DataSource dataSource, DatabaseAccess access) {}
