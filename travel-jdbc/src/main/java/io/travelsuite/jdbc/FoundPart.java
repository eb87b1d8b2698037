package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.Stop;
import io.travelsuite.search.Call;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A part of an occurrence, and how a party fits in. */
record FoundPart(Offer offer, LegRange legs, PartyFit.Fit fit) {

  Call leaves() {
    Occurrence occurrence = offer.occurrence();
    if (occurrence.stops().isEmpty()) {
      return new Call(null, occurrence.startsAt(), occurrence.zone());
    }
    Stop stop = occurrence.stops().get(legs.from());
    return call(stop, stop.departure());
  }

  @Nullable Call arrives() {
    if (offer.occurrence().stops().isEmpty()) {
      return null;
    }
    Stop stop = offer.occurrence().stops().get(legs.to());
    return call(stop, stop.arrival());
  }

  private Call call(Stop stop, Duration time) {
    Occurrence occurrence = offer.occurrence();
    return new Call(
        stop.code(),
        occurrence.startsAt().plus(time),
        LayoutStopTable.place(stop, occurrence.zone()));
  }
}
