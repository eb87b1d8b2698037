/** What the database server tells of its work, and the library's measurements on Micrometer. */
@NullMarked
package io.travelsuite.jdbc.monitor;

import org.jspecify.annotations.NullMarked;
