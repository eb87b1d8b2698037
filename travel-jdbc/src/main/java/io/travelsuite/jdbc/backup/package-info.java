/**
 * Backups of the database by the server's own tools, and their restore with verification. Needs
 * travel-security on the class path.
 */
@NullMarked
package io.travelsuite.jdbc.backup;

import org.jspecify.annotations.NullMarked;
