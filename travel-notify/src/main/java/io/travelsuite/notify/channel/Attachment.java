package io.travelsuite.notify.channel;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message. Immutable.
 *
 * @param fileName 1 to 100 of {@code A–Z a–z 0–9 . _ -}, such as {@code ticket.pdf}
 * @param contentType its media type (RFC 9110, 8.3.1), such as {@code text/calendar; charset=UTF-8;
 *     method=REQUEST}
 * @param contentId by which the HTML shows it ({@code src="cid:…"}, RFC 2392), or null for a file
 *     of its own
 * @param bytes what is in it, copied
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by its bytes
public record Attachment(
    String fileName, String contentType, @Nullable String contentId, byte[] bytes) {

  /** Checks the name and copies the bytes. */
  public Attachment {
    boolean plain = fileName.matches("[A-Za-z0-9._-]{1,100}");
    unless(plain, "fileName", fileName, "must be 1 to 100 of A-Z a-z 0-9 . _ -");
    boolean oneLine = contentType.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    unless(oneLine && !contentType.isEmpty(), "contentType", contentType, "must be a media type");
    bytes = bytes.clone();
  }

  /** {@return what is in it, a copy} */
  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attachment that
        && fileName.equals(that.fileName)
        && contentType.equals(that.contentType)
        && Objects.equals(contentId, that.contentId)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fileName, contentType, contentId, Arrays.hashCode(bytes));
  }

  /** {@return its name and size} */
  @Override
  public String toString() {
    return "Attachment[" + fileName + ", " + bytes.length + " bytes]";
  }
}
