/** The readiness check's look at the database. Needs travel-security on the class path. */
@NullMarked
package io.travelsuite.jdbc.readiness;

import org.jspecify.annotations.NullMarked;
