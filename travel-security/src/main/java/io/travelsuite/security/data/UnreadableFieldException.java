package io.travelsuite.security.data;

import io.travelsuite.TravelException;
import java.io.Serial;

/**
 * A sealed field does not open: its key is another or unknown, or it was altered, cut, moved to
 * another place, or is of a version that this release does not know. Which of these is not told,
 * and nothing of what was sealed: the message names table and column alone.
 */
public final class UnreadableFieldException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableFieldException(FieldPlace place) {
    super(
        "the sealed field " + place.row().table() + "." + place.column() + " can't be opened",
        null);
  }
}
