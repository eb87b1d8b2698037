package io.travelsuite.notify.channel;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.Mode;
import java.util.Locale;

/**
 * What is told to one person through one channel. Immutable; its text form shows neither the
 * address nor what is said.
 *
 * @param key what tells it again from another message, the same at every try: 1 to 200 printable
 *     ASCII characters
 * @param mode whether it is about a real booking
 * @param to the address in the channel's form: an e-mail address, a number in E.164
 * @param locale the language it is written in
 * @param content what is said
 */
public record Message(String key, Mode mode, String to, Locale locale, Content content) {

  /** Checks the key. */
  public Message {
    boolean printable = key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    unless(
        printable && !key.isEmpty() && key.length() <= 200, "key", key, "must be 1 to 200 ASCII");
    unless(!to.isBlank(), "to", "…", "must not be blank");
  }

  /** {@return a text without personal data} */
  @Override
  public String toString() {
    return "Message[" + key + " " + mode + " " + locale.toLanguageTag() + "]";
  }
}
