package io.travelsuite.examples.server.shop;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.Booking;
import io.travelsuite.examples.server.pay.Keys;

/**
 * Who books: the subject of a token, or of a visitor's session. A booking is its shopper's by the
 * key under which it was held, so that no table has to say it again.
 *
 * @param subject 1 to 100 visible ASCII characters
 */
public record Shopper(String subject) {

  /** Checks the form. */
  public Shopper {
    unless(subject.matches("[!-~]{1,100}"), "subject", subject, "must be 1 to 100 of ASCII");
  }

  /** What the keys of this shopper's holds begin with; no subject has a space, so no other's do. */
  String prefix() {
    return "shop " + subject + " ";
  }

  /** The library's key of a hold that this shopper asked for under theirs. */
  String holdKey(String key) {
    return prefix() + Keys.of(key);
  }

  boolean held(Booking booking) {
    return booking.key() != null && booking.key().startsWith(prefix());
  }
}
