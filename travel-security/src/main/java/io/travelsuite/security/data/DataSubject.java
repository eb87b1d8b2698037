package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A person whose data an operator holds. The id is made by chance and never from an address: it
 * stays in journals and audit records after the person's data are erased, and then means nobody.
 *
 * @param operator whose customer
 * @param id the person there
 */
public record DataSubject(OperatorId operator, UUID id) implements Comparable<DataSubject> {

  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * Reads the text form.
   *
   * @param text as {@link #toString} writes it
   * @return the subject
   * @throws io.travelsuite.InvalidRequestException if it is of another form
   */
  public static DataSubject of(String text) {
    String[] ids = text.split("/", -1);
    boolean two = ids.length == 2 && isUuid(ids[0]) && isUuid(ids[1]);
    unless(two, "subject", text, "must be operator/id, two UUIDs in small letters");
    return new DataSubject(OperatorId.of(ids[0]), UUID.fromString(ids[1]));
  }

  private static boolean isUuid(String text) {
    return UUIDS.matcher(text).matches();
  }

  /** By their text forms, as a database orders the bytes of the ids. */
  @Override
  public int compareTo(DataSubject other) {
    return toString().compareTo(other.toString());
  }

  /** {@return the ids, {@code operator/id}} */
  @Override
  public String toString() {
    return operator + "/" + id;
  }
}
