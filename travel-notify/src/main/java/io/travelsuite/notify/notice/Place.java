package io.travelsuite.notify.notice;

import static io.travelsuite.InvalidRequestException.unless;

import org.jspecify.annotations.Nullable;

/**
 * Where people board or alight.
 *
 * @param name what people read, not blank
 * @param address how to find it, on one line, or null
 */
public record Place(String name, @Nullable String address) {

  /** Checks the name. */
  public Place {
    unless(!name.isBlank(), "place.name", name, "must not be blank");
  }
}
