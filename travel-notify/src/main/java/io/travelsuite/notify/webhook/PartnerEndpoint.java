package io.travelsuite.notify.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner of an operator takes webhooks. Immutable.
 *
 * @param id its id
 * @param operator whose events it gets
 * @param url where they go
 * @param types which events: names such as {@code booking.confirmed}, all that begin alike such as
 *     {@code booking.*}, or {@code *}; 1 to 50
 * @param keys which of its secrets sign
 * @param disabled why nothing is sent to it, or null while it is enabled
 */
public record PartnerEndpoint(
    EndpointId id,
    OperatorId operator,
    PartnerUrl url,
    Set<String> types,
    SigningKeys keys,
    @Nullable String disabled) {

  private static final int MOST_TYPES = 50;
  private static final Pattern TYPE = Pattern.compile("\\*|[a-z0-9_]+(\\.[a-z0-9_]+)*(\\.\\*)?");
  private static final int LONGEST_TYPE = 40;

  /** Checks and copies the types. */
  public PartnerEndpoint {
    types = Set.copyOf(types);
    unless(
        !types.isEmpty() && types.size() <= MOST_TYPES, "types", types.size(), "must be 1 to 50");
    for (String type : types) {
      boolean sound = type.length() <= LONGEST_TYPE && TYPE.matcher(type).matches();
      unless(sound, "types", type, "must be such as booking.confirmed, booking.* or *");
    }
  }

  /**
   * {@return whether it gets events of a type}
   *
   * @param type such as {@code booking.confirmed}
   */
  public boolean wants(String type) {
    return types.stream()
        .anyMatch(
            wanted ->
                wanted.endsWith("*")
                    ? type.startsWith(wanted.substring(0, wanted.length() - 1))
                    : wanted.equals(type));
  }

  /** {@return whether anything is sent to it} */
  public boolean enabled() {
    return disabled == null;
  }
}
