package io.travelsuite.examples.server.edge;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One listener to server-sent events: writes when its connection takes bytes, and keeps the newest
 * event until then, never a queue of them. Thread-safe.
 */
public final class EventFeed implements WriteListener {

  /** Rounds for which a listener may take nothing: a second each. */
  private static final int PATIENCE = 10;

  /** A comment every so many rounds keeps proxies from closing the connection. */
  private static final int SIGN_OF_LIFE = 10;

  private final ServletOutputStream out;
  private final Runnable gone;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private byte @Nullable [] next;
  private boolean opened;
  private int waiting;
  private int quiet;

  private EventFeed(ServletOutputStream out, Runnable gone) {
    this.out = out;
    this.gone = gone;
  }

  /**
   * {@return a feed of a request, which is sent from {@link #open} on; events until then wait}
   *
   * @param context the request
   * @param gone called when the listener is gone
   */
  public static EventFeed of(Context context, Runnable gone) {
    try {
      return new EventFeed(context.res().getOutputStream(), gone);
    } catch (IOException e) {
      throw new IllegalStateException("no stream to write to", e);
    }
  }

  /**
   * Answers the request with the feed.
   *
   * @param context the request
   */
  public void open(Context context) {
    context.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
    if (HeadAsGet.isHead(context)) {
      gone.run();
    } else {
      context.future(this::begin);
    }
  }

  /** Called when the request is asynchronous, from when on nothing blocks. */
  private CompletableFuture<Void> begin() {
    synchronized (this) {
      opened = true;
    }
    out.setWriteListener(this);
    return over;
  }

  /**
   * Sends an event, or keeps it until the connection takes it; does not wait.
   *
   * @param name its type
   * @param data a line of text
   * @return whether to go on; false when the listener is gone, or too slow
   */
  public boolean tell(String name, String data) {
    return offer("event: " + name + "\ndata: " + data + "\n\n");
  }

  /**
   * Shows that the feed lives, when nothing has changed; to be called once a second.
   *
   * @return whether to go on
   */
  public boolean stillThere() {
    synchronized (this) {
      if (next == null && ++quiet % SIGN_OF_LIFE != 0) {
        return true;
      }
    }
    return offer(": still there\n\n");
  }

  /** The feed is over. */
  public void end() {
    over.complete(null);
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
    } catch (IOException | IllegalStateException left) {
      return false;
    }
  }

  /** Called by the server. */
  @Override
  public void onWritePossible() {
    if (!write()) {
      gone.run();
    }
  }

  /** Called by the server. */
  @Override
  public void onError(Throwable left) {
    gone.run();
  }
}
