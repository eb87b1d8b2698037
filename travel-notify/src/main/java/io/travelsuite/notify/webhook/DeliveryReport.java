package io.travelsuite.notify.webhook;

/**
 * What became of webhooks that were due.
 *
 * @param sent taken by the partner
 * @param failed to be tried again
 * @param dead given up, or refused
 * @param disabled endpoints that were disabled on the way
 */
public record DeliveryReport(int sent, int failed, int dead, int disabled) {

  /** {@return how many were tried} */
  public int tried() {
    return sent + failed + dead;
  }
}
