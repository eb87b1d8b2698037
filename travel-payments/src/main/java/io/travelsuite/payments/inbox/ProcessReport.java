package io.travelsuite.payments.inbox;

/**
 * What became of the events that {@link WebhookInbox#process} claimed.
 *
 * @param handled done
 * @param parked too early: to be tried again
 * @param failed the handler threw: to be tried again
 * @param dead given up, after the last try
 * @param overtaken left alone, since the lease had lapsed and another process has them
 */
public record ProcessReport(int handled, int parked, int failed, int dead, int overtaken) {

  /** {@return all of them} */
  public int claimed() {
    return handled + parked + failed + dead + overtaken;
  }
}
