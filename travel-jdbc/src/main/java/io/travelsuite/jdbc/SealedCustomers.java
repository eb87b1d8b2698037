package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.data.DataKeys;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.data.FieldCipher;
import io.travelsuite.security.data.OpenResult;
import io.travelsuite.security.data.PersonalData;
import io.travelsuite.security.data.RowPlace;
import io.travelsuite.security.data.SubjectKeys;
import io.travelsuite.security.data.SubjectKeysResult;
import io.travelsuite.security.key.Signer;
import io.travelsuite.security.key.SigningKeys;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Customers sealed, each by keys of the booking's person, who has the booking's id. Fingerprints of
 * requests are keyed too: by a plain hash who has the row could try telephone numbers.
 */
final class SealedCustomers implements CustomerKeeping {

  static final String TABLE = "travel_booking";
  static final String COLUMN = "customer";

  private final SubjectKeys keys;
  private final PersonalData data;
  private final AddressIndexes indexes;
  private final Signer requests;
  private final Clock clock;
  private final FieldCipher cipher = new FieldCipher();

  SealedCustomers(SubjectKeys keys, AddressIndexes indexes, SigningKeys root, Clock clock) {
    this.keys = keys;
    this.clock = clock;
    this.data = PersonalData.of(keys);
    this.indexes = indexes;
    this.requests = root.signer("booking.fingerprint");
  }

  SubjectKeys keys() {
    return keys;
  }

  /** What keys are dated by. */
  Clock clock() {
    return clock;
  }

  AddressIndexes indexes() {
    return indexes;
  }

  static DataSubject subject(OperatorId operator, BookingId id) {
    return new DataSubject(operator, id.value());
  }

  static RowPlace place(OperatorId operator, BookingId id) {
    return new RowPlace(operator, TABLE, id.toString());
  }

  @Override
  public boolean seals() {
    return true;
  }

  /** Rows from before there were keys have the plain one. */
  @Override
  public List<Fingerprint> fingerprints(HoldRequest request) {
    Fingerprint plain = Fingerprint.of(request);
    List<Fingerprint> all = new ArrayList<>();
    requests.signatures(plain.bytes()).forEach(one -> all.add(Fingerprint.stored(one)));
    all.add(plain);
    return all;
  }

  /** What is stored of a request whose plain fingerprint is known. */
  Fingerprint keyed(Fingerprint plain) {
    return Fingerprint.stored(requests.sign(plain.bytes()));
  }

  @Override
  public @Nullable SealedCustomer seal(OperatorId operator, BookingId id, Customer customer) {
    if (customer.equals(Customer.UNKNOWN)) {
      return null;
    }
    SubjectKeys.Made made = keys.make(subject(operator, id));
    Map<String, String> text = Map.of(COLUMN, CustomerText.write(customer));
    byte[] sealed =
        Objects.requireNonNull(data.seal(made.keys(), place(operator, id), text).get(COLUMN));
    return new SealedCustomer(
        operator,
        id,
        sealed,
        indexes.email(operator, customer),
        indexes.phone(operator, customer),
        SubjectKeyText.row(made.row()));
  }

  /** By the keys that were read with it; from the store, where these are older than the row. */
  @Override
  public Customer open(SealedCustomer sealed) {
    RowPlace place = place(sealed.operator(), sealed.booking());
    SubjectKeyRow row = sealed.keys();
    if (row != null) {
      SubjectKeysResult found = keys.unwrapped(SubjectKeyText.record(row));
      if (!(found instanceof SubjectKeysResult.Usable usable)) {
        return Customer.UNKNOWN;
      }
      if (names(usable.keys(), sealed.text())) {
        String text = cipher.open(usable.keys(), place.column(COLUMN), sealed.text());
        return CustomerText.read(text);
      }
    }
    DataSubject subject = subject(sealed.operator(), sealed.booking());
    OpenResult result = data.open(subject, place, Map.of(COLUMN, sealed.text()));
    return result instanceof OpenResult.Opened opened
        ? CustomerText.read(Objects.requireNonNull(opened.texts().get(COLUMN)))
        : Customer.UNKNOWN;
  }

  private static boolean names(DataKeys known, byte[] sealed) {
    return FieldCipher.keyId(sealed).stream().anyMatch(id -> known.find(id).isPresent());
  }
}
