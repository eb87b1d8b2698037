/** The stores of the e-mail and SMS channels on a database. */
@NullMarked
package io.travelsuite.jdbc.channels;

import org.jspecify.annotations.NullMarked;
