package io.travelsuite.alert;

/** How somebody is told: a mail, a message, a pager. Called by one thread at a time. */
@FunctionalInterface
public interface AlertChannel {

  /**
   * Tells somebody, and returns when it was taken over.
   *
   * @param notice what is told
   * @throws Exception whatever; it is tried again
   */
  void send(AlertNotice notice) throws Exception;
}
