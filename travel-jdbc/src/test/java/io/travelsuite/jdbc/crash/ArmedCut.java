package io.travelsuite.jdbc.crash;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A cut that waits for its COMMIT. Thread-safe. */
public final class ArmedCut {

  private static final int PATIENCE_SECONDS = 30;

  private final Cut cut;
  private final Consumer<ProxyLink> first;
  private final CountDownLatch made = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  ArmedCut(Cut cut, Consumer<ProxyLink> first) {
    this.cut = cut;
    this.first = first;
  }

  /** Where it cuts. */
  public Cut cut() {
    return cut;
  }

  /** Returns when the client was cut off. */
  public void awaitMade() {
    await(made, "no COMMIT came to be cut");
  }

  /** Lets a late COMMIT reach the server. */
  public void letGo() {
    letGo.countDown();
  }

  /** Returns when the server has answered a late COMMIT, or was never asked to. */
  public void awaitOver() {
    await(over, "the late COMMIT was never answered");
  }

  /** The COMMIT came, on this link. */
  void begin(ProxyLink link) {
    first.accept(link);
  }

  void made() {
    made.countDown();
  }

  void over() {
    over.countDown();
  }

  void awaitLetGo() {
    await(letGo, "the late COMMIT was never let go");
  }

  private static void await(CountDownLatch latch, String otherwise) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(otherwise);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(otherwise, e);
    }
  }
}
