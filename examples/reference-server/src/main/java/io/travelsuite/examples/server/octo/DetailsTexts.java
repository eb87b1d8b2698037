package io.travelsuite.examples.server.octo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.examples.server.person.PersonFields;
import io.travelsuite.examples.server.person.PersonKeys;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.data.FieldPlace;
import io.travelsuite.security.data.RowPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Details as they are stored: JSON, sealed for its row where there are keys; and the addresses in
 * them as they are looked for. Thread-safe.
 *
 * @param json what writes them
 * @param operator whose bookings they are of
 * @param keys what seals, or null
 */
record DetailsTexts(ObjectMapper json, OperatorId operator, @Nullable PersonKeys keys) {

  static final String TABLE = "octo_reservation";

  String write(UUID uuid, Reservation.Details details) {
    try {
      String text = json.writeValueAsString(details);
      return keys == null ? text : keys.fields().seal(place(uuid), text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("details that cannot be written", e);
    }
  }

  Reservation.Details read(UUID uuid, String stored) {
    try {
      return json.readValue(open(uuid, stored), Reservation.Details.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("details that cannot be read", e);
    }
  }

  private String open(UUID uuid, String stored) {
    if (keys != null) {
      return keys.fields().open(place(uuid), stored);
    }
    if (PersonFields.isSealed(stored)) {
      throw new IllegalStateException("details that are sealed, and no key is configured");
    }
    return stored;
  }

  private FieldPlace place(UUID uuid) {
    return new RowPlace(operator, TABLE, uuid.toString()).column("details");
  }

  /** The indexes by which details are found: of each address in them; none without keys. */
  List<byte[]> indexes(Reservation.Details details) {
    if (keys == null) {
      return List.of();
    }
    List<byte[]> indexes = new ArrayList<>();
    for (String email : emails(details)) {
      indexes.add(keys.emails().index(operator, email));
    }
    return indexes;
  }

  /** What an address is looked for by. */
  Collection<byte[]> lookUp(String email) {
    return keys == null ? List.of() : keys.emails().indexes(operator, email);
  }

  static Set<String> emails(Reservation.Details details) {
    Set<String> emails = new TreeSet<>();
    add(emails, details.told().contact());
    details.booked().unitItems().forEach(item -> add(emails, item.contact()));
    return emails;
  }

  private static void add(Set<String> emails, @Nullable Contact contact) {
    if (contact != null && contact.emailAddress() != null) {
      emails.add(contact.emailAddress());
    }
  }
}
