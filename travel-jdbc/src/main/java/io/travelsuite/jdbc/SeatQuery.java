package io.travelsuite.jdbc;

import io.travelsuite.inventory.SeatAvailability;
import io.travelsuite.sale.SeatRule;
import io.travelsuite.seat.Seat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The seats of an occurrence and who may have them, in one statement. */
record SeatQuery(Handle handle, Instant now) {

  List<SeatAvailability> of(Offer offer) {
    Map<String, Set<Integer>> taken = new HashMap<>();
    for (SeatBoard.Claim claim : SeatTable.taken(handle, offer.occurrence().id(), now)) {
      taken.computeIfAbsent(claim.label(), label -> new HashSet<>()).add(claim.leg());
    }
    Map<String, SeatRule> rules = new HashMap<>();
    offer.terms().seats().forEach(rule -> rules.put(rule.seat(), rule));
    List<SeatAvailability> seats = new ArrayList<>();
    for (String pool : offer.layout().pools()) {
      if (offer.layout().maps().containsKey(pool)) {
        for (Seat seat : offer.layout().maps().get(pool).seats()) {
          String label = seat.label();
          seats.add(
              new SeatAvailability(
                  pool, seat, taken.getOrDefault(label, Set.of()), rules.get(label)));
        }
      }
    }
    return seats;
  }
}
