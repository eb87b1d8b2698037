package io.travelsuite.jdbc;

import io.travelsuite.security.data.KeyEncryption;
import io.travelsuite.security.data.SubjectKeySettings;
import io.travelsuite.security.data.SubjectKeys;
import io.travelsuite.security.key.SigningKeys;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What seals personal data in the library's tables: see {@link JdbcTravel.Builder#personalData}.
 *
 * <p>Each booking's customer is sealed by a key of their own, which is stored wrapped by a {@link
 * KeyEncryption}; beside it stand blind indexes of e-mail and telephone. Sealing asks the key
 * encryption once a hold, opening once a booking, never while something is locked: put {@link
 * io.travelsuite.security.data.IntermediateKeys} before one that is a server. Immutable;
 * thread-safe.
 */
public final class PersonalDataKeys {

  private final KeyEncryption encryption;
  private final SigningKeys root;
  private final Clock clock;
  private final @Nullable String region;

  private PersonalDataKeys(
      KeyEncryption encryption, SigningKeys root, Clock clock, @Nullable String region) {
    this.encryption = encryption;
    this.root = root;
    this.clock = clock;
    this.region = region;
  }

  /**
   * Keys.
   *
   * @param encryption what wraps the keys of persons
   * @param root of the blind indexes; best one for data alone, rotated apart from that of sign-in
   * @param clock what time it is in this JVM: what keys are dated by
   * @return the keys
   */
  public static PersonalDataKeys of(KeyEncryption encryption, SigningKeys root, Clock clock) {
    return new PersonalDataKeys(encryption, root, clock, null);
  }

  /**
   * Telephone numbers without country code are of a region. Another one later would not find what
   * was indexed before.
   *
   * @param code two letters of ISO 3166-1; none by default
   * @return the keys with that region
   */
  public PersonalDataKeys phoneRegion(String code) {
    return new PersonalDataKeys(encryption, root, clock, code);
  }

  /** What keeps customers in a database. */
  CustomerKeeping on(OwnTransactions transactions) {
    JdbcSubjectKeys store = new JdbcSubjectKeys(transactions);
    SubjectKeys keys = SubjectKeys.of(store, encryption, SubjectKeySettings.defaults(clock));
    return new SealedCustomers(keys, AddressIndexes.of(root, region), root, clock);
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "PersonalDataKeys[" + encryption + "]";
  }
}
