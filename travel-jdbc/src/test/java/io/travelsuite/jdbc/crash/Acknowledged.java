package io.travelsuite.jdbc.crash;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What customers were told, the latest by key. Thread-safe. */
public final class Acknowledged {

  private final Map<String, Told> latest = new ConcurrentHashMap<>();
  private final List<String> contradictions = Collections.synchronizedList(new ArrayList<>());

  /** A customer was told this. */
  public void add(Told told) {
    latest.merge(
        told.key(),
        told,
        (before, now) -> {
          if (!before.id().equals(now.id())) {
            contradictions.add("two bookings under " + now.key());
          }
          return before.version() > now.version() ? before : now;
        });
  }

  /** How many bookings customers know of. */
  public int size() {
    return latest.size();
  }

  /** Whether a customer was told of a booking under that key. */
  public boolean knows(String key) {
    return latest.containsKey(key);
  }

  /** Where what is stored falls short of what was told, or two things were told. */
  public List<String> losses(Bookings bookings) {
    List<String> losses = new ArrayList<>(contradictions);
    for (Told told : latest.values()) {
      Optional<Booking> stored = bookings.find(told.id());
      if (stored.isEmpty()) {
        losses.add("lost: " + told);
      } else if (!told.reachedBy(stored.get())) {
        losses.add("fell back: " + told + ", stored is " + Told.of(stored.get()));
      }
    }
    return losses;
  }
}
