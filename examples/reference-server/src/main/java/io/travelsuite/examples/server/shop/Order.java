package io.travelsuite.examples.server.shop;

import io.travelsuite.booking.Customer;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants held.
 *
 * @param wanted the departure and the places
 * @param customer who books
 * @param lifetime how long to hold it; cut to the library's longest
 * @param promo the promo code they typed, or null
 * @param key the same order under the same key is held once; 1 to 255 characters
 */
public record Order(
    Wanted wanted, Customer customer, Duration lifetime, @Nullable String promo, String key) {

  /**
   * A departure and places on it.
   *
   * @param departure which
   * @param option the code of the option, or null for the default one
   * @param places at least one
   */
  public record Wanted(OccurrenceId departure, @Nullable String option, List<Places> places) {

    /** Copies the list. */
    public Wanted {
      places = List.copyOf(places);
    }
  }

  /**
   * Places of one fare unit.
   *
   * @param unit the fare unit's code
   * @param count how many
   * @param seats the label of each seat; empty to have them picked, or where seats have none
   */
  public record Places(String unit, int count, List<String> seats) {

    /** Copies the list. */
    public Places {
      seats = List.copyOf(seats);
    }
  }
}
