package io.travelsuite.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of departures.
 *
 * @param departures by time; there may be fewer than the limit although more follow
 * @param next what to give to {@link SearchRequest#after(String)} for the next page, or null when
 *     there is none
 */
public record SearchPage(List<Departure> departures, @Nullable String next) {

  /** Copies the list. */
  public SearchPage {
    departures = List.copyOf(departures);
  }
}
