/** What the database server tells of its work. */
@NullMarked
package io.travelsuite.jdbc.monitor;

import org.jspecify.annotations.NullMarked;
