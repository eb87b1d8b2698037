/** Commands for whoever runs the server: back up, restore, and a drill of losing the database. */
@NullMarked
package io.travelsuite.examples.server.backup;

import org.jspecify.annotations.NullMarked;
