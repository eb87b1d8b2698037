package io.travelsuite.security.retention;

import io.travelsuite.security.data.DataSubject;
import java.time.Instant;

/**
 * A row that a policy no longer keeps.
 *
 * @param subject whom it is about
 * @param cursor its primary key as text, what {@link ExpirableRows#before} goes on behind; no
 *     personal data
 * @param lastNeeded when it was last needed: of a booking, when its last departure was
 */
public record ExpiredRow(DataSubject subject, String cursor, Instant lastNeeded) {}
