/**
 * Travel Suite on MySQL and MariaDB: {@link io.travelsuite.jdbc.JdbcTravel} is the way in, the rest
 * is not public.
 */
@NullMarked
package io.travelsuite.jdbc;

import org.jspecify.annotations.NullMarked;
