package io.travelsuite.examples.server.api;

import io.javalin.http.Context;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.edge.HeadAsGet;
import io.travelsuite.examples.server.shop.LiveSeats;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.security.role.Permissions;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is left of a departure as server-sent events: the newest state, never a queue of them. */
final class LiveRoute {

  /** Rounds for which a listener may take nothing: a second each. */
  private static final int PATIENCE = 10;

  /** A comment every so many rounds keeps proxies from closing the connection. */
  private static final int SIGN_OF_LIFE = 10;

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
    Context context = call.context();
    try {
      Feed feed = new Feed(departure, context.res().getOutputStream());
      Answer<TripSearch.Left> now = live.listen(departure, feed);
      if (now instanceof Answer.Refused<TripSearch.Left> no) {
        return Problem.of(no.why(), no.detail()).answer();
      }
      context.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
      if (HeadAsGet.isHead(context)) {
        live.leave(departure, feed);
      } else {
        context.future(feed::open);
      }
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("no stream to write to", e);
    }
  }

  /**
   * One listener: writes when its connection takes bytes, and keeps the newest event until then.
   */
  private final class Feed implements LiveSeats.Listener, WriteListener {

    private final OccurrenceId departure;
    private final ServletOutputStream out;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private byte @Nullable [] next;
    private boolean opened;
    private int waiting;
    private int quiet;

    Feed(OccurrenceId departure, ServletOutputStream out) {
      this.departure = departure;
      this.out = out;
    }

    /** Called when the request is asynchronous, from when on nothing blocks. */
    CompletableFuture<Void> open() {
      synchronized (this) {
        opened = true;
      }
      out.setWriteListener(this);
      return over;
    }

    @Override
    public boolean tell(TripSearch.Left left) {
      return offer("event: seats\ndata: " + Bodies.text(Views.departure(left)) + "\n\n");
    }

    @Override
    public boolean stillThere() {
      synchronized (this) {
        if (next == null && ++quiet % SIGN_OF_LIFE != 0) {
          return true;
        }
      }
      return offer(": still there\n\n");
    }

    private synchronized boolean offer(String event) {
      boolean slow = next != null;
      if (!slow || event.startsWith("event")) {
        next = event.getBytes(StandardCharsets.UTF_8);
      }
      waiting = slow ? waiting + 1 : 0;
      if (waiting >= PATIENCE || over.isDone()) {
        return false;
      }
      return write();
    }

    private synchronized boolean write() {
      try {
        byte[] bytes = next;
        if (opened && bytes != null && out.isReady()) {
          next = null;
          out.write(bytes);
          if (out.isReady()) {
            out.flush();
          }
        }
        return true;
      } catch (IOException | IllegalStateException gone) {
        return false;
      }
    }

    @Override
    public void onWritePossible() {
      if (!write()) {
        live.leave(departure, this);
      }
    }

    @Override
    public void onError(Throwable gone) {
      live.leave(departure, this);
    }

    @Override
    public void end() {
      over.complete(null);
    }
  }
}
