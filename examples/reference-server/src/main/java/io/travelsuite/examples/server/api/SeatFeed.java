package io.travelsuite.examples.server.api;

import io.javalin.http.Context;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.edge.EventFeed;
import io.travelsuite.examples.server.shop.LiveSeats;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.inventory.OccurrenceId;
import java.util.function.Function;

/** Sends what is left of a departure as server-sent events, each time it has changed. */
public final class SeatFeed implements LiveSeats.Listener {

  private final EventFeed feed;
  private final Function<TripSearch.Left, String> text;

  private SeatFeed(
      LiveSeats live,
      OccurrenceId departure,
      Context context,
      Function<TripSearch.Left, String> text) {
    this.text = text;
    feed = EventFeed.of(context, () -> live.leave(departure, this));
  }

  /**
   * Answers a request with the feed, if there is one.
   *
   * @param live tells what is left
   * @param departure of which departure
   * @param context the request
   * @param text makes an event's data, one line
   * @return what is left now, or why there is no feed: then the request is still to be answered
   */
  public static Answer<TripSearch.Left> open(
      LiveSeats live,
      OccurrenceId departure,
      Context context,
      Function<TripSearch.Left, String> text) {
    SeatFeed listener = new SeatFeed(live, departure, context, text);
    Answer<TripSearch.Left> now = live.listen(departure, listener);
    if (now instanceof Answer.Done<TripSearch.Left>) {
      listener.feed.open(context);
    }
    return now;
  }

  @Override
  public boolean tell(TripSearch.Left left) {
    return feed.tell("seats", text.apply(left));
  }

  @Override
  public boolean stillThere() {
    return feed.stillThere();
  }

  @Override
  public void end() {
    feed.end();
  }
}
