package io.travelsuite.examples.server.api;

import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.shop.LiveSeats;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.security.role.Permissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a departure as server-sent events: the newest state, never a queue of them. */
final class LiveRoute {

  private final LiveSeats live;

  LiveRoute(LiveSeats live) {
    this.live = live;
  }

  List<Route> table() {
    return List.of(
        Route.reading(
            ShopRoutes.PATH + "/departures/{id}/seats/live",
            Permissions.INVENTORY_READ,
            this::listen));
  }

  private @Nullable HttpAnswer listen(Call call) {
    OccurrenceId departure = new OccurrenceId(call.id("id"));
    Answer<TripSearch.Left> now =
        SeatFeed.open(live, departure, call.context(), left -> Bodies.text(Views.departure(left)));
    return now instanceof Answer.Refused<TripSearch.Left> no
        ? Problem.of(no.why(), no.detail()).answer()
        : null;
  }
}
