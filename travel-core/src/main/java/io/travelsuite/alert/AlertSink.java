package io.travelsuite.alert;

/**
 * Where alerts go: a log, a mail, a pager. Called from whatever thread found the thing, possibly by
 * many at once, while a customer waits: an implementation is quick and thread-safe, and what sends
 * hands over to a queue of its own.
 *
 * <p>An alert may be offered more than once. A sink must not throw: what it throws ends the call
 * that found the thing.
 */
@FunctionalInterface
public interface AlertSink {

  /**
   * Takes an alert.
   *
   * @param alert what was found
   */
  void offer(Alert alert);

  /** {@return a sink that drops what it is offered} */
  static AlertSink none() {
    return alert -> {};
  }
}
