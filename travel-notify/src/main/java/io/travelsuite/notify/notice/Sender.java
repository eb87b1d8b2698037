package io.travelsuite.notify.notice;

import static io.travelsuite.InvalidRequestException.unless;

import org.jspecify.annotations.Nullable;

/**
 * Who writes: the operator as customers know it.
 *
 * @param name what people read, not blank
 * @param email where questions go, or null
 * @param phone the number to call as people write it, or null
 * @param address the postal address on one line, or null
 */
public record Sender(
    String name, @Nullable String email, @Nullable String phone, @Nullable String address) {

  /** Checks the name. */
  public Sender {
    unless(!name.isBlank(), "sender.name", name, "must not be blank");
  }

  /**
   * {@return a sender with an address for questions}
   *
   * @param name what people read, not blank
   * @param email where questions go
   */
  public static Sender of(String name, String email) {
    return new Sender(name, email, null, null);
  }
}
