package io.travelsuite.notify.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says. Immutable; its text form shows none of it.
 *
 * @param subject one line; what has no subjects leaves it out
 * @param text the plain text, always there: an SMS is this alone
 * @param html the same as HTML, or null
 * @param attachments files that come along, and pictures that the HTML shows
 */
public record Content(
    String subject, String text, @Nullable String html, List<Attachment> attachments) {

  /** Copies the attachments. */
  public Content {
    attachments = List.copyOf(attachments);
  }

  /**
   * {@return text alone}
   *
   * @param text what is said
   */
  public static Content text(String text) {
    return new Content("", text, null, List.of());
  }

  /** {@return a text without personal data} */
  @Override
  public String toString() {
    return "Content[" + text.length() + " characters, " + attachments.size() + " attachments]";
  }
}
