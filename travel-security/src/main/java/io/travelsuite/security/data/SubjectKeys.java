package io.travelsuite.security.data;

import io.travelsuite.secret.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of data subjects: each person's data are sealed by keys of their own, which are stored
 * wrapped by a {@link KeyEncryption}. Who is to be forgotten is forgotten by destroying these keys:
 * then nobody can read what they sealed, wherever copies of it are.
 *
 * <p>Unwrapped keys are cached within bounds and for a ttl: after a destruction this process stops
 * at once, others within the ttl. Thread-safe; no lock is held while store or key encryption are
 * asked.
 */
public final class SubjectKeys {

  private final SubjectKeyStore store;
  private final KeyEncryption encryption;
  private final SubjectKeySettings settings;
  private final ExpiringCache<DataSubject, DataKeys> cache;
  private final SecureRandom random = new SecureRandom();

  private SubjectKeys(
      SubjectKeyStore store, KeyEncryption encryption, SubjectKeySettings settings) {
    this.store = store;
    this.encryption = encryption;
    this.settings = settings;
    this.cache = new ExpiringCache<>(settings.clock(), settings.ttl(), settings.mostCached());
  }

  /**
   * The keys of a store.
   *
   * @param store where they are, wrapped
   * @param encryption what wraps them
   * @param settings how they are cached
   * @return the keys
   */
  public static SubjectKeys of(
      SubjectKeyStore store, KeyEncryption encryption, SubjectKeySettings settings) {
    return new SubjectKeys(store, encryption, settings);
  }

  /**
   * A first key that nobody has stored yet.
   *
   * @param row what to store, in the transaction of what the key seals; if that is rolled back the
   *     key was never there
   * @param keys the key, to seal by
   */
  public record Made(SubjectRecord row, DataKeys keys) {}

  /**
   * Looks a subject's keys up.
   *
   * @param subject the subject
   * @return its keys, that they were destroyed, or that there are none
   * @throws KeyUnavailableException if they can't be unwrapped
   */
  public SubjectKeysResult find(DataSubject subject) {
    DataKeys known = cache.get(subject);
    return known == null ? reload(subject) : new SubjectKeysResult.Usable(known);
  }

  /** Past the cache: for a ciphertext that names a key which was made elsewhere. */
  SubjectKeysResult reload(DataSubject subject) {
    long mark = cache.mark();
    Optional<SubjectRecord> stored = store.find(subject);
    return stored.isEmpty() ? new SubjectKeysResult.None() : unwrapped(stored.get(), mark);
  }

  /**
   * Looks a subject's keys up, and makes the first one where there is none.
   *
   * @param subject the subject
   * @return its keys, or that they were destroyed
   * @throws KeyUnavailableException if one can't be wrapped or unwrapped
   */
  public SubjectKeysResult findOrCreate(DataSubject subject) {
    SubjectKeysResult found = find(subject);
    if (!(found instanceof SubjectKeysResult.None)) {
      return found;
    }
    Made made = make(subject);
    long mark = cache.mark();
    SubjectRecord stored = store.create(made.row());
    if (stored.equals(made.row())) {
      cache.put(subject, made.keys(), mark);
      return new SubjectKeysResult.Usable(made.keys());
    }
    return unwrapped(stored, mark);
  }

  /**
   * Makes the first key of a subject that is new for certain (its id was made just now), without
   * asking the store.
   *
   * @param subject the subject
   * @return the key and what to store of it
   */
  public Made make(DataSubject subject) {
    Secret key = randomKey();
    StoredKey stored = new StoredKey(1, encryption.wrap(key, context(subject, 1)), now());
    DataKeys keys = new DataKeys(List.of(new DataKey(1, key)));
    return new Made(new SubjectRecord(subject, 1, List.of(stored), null), keys);
  }

  /**
   * Destroys a subject's keys, for good. Done before, it does nothing.
   *
   * @param subject the subject, also one without keys: none will be made then
   */
  public void destroy(DataSubject subject) {
    store.destroy(subject, now());
    cache.forget(subject);
  }

  /** The record with one key more, which seals from when it is stored and looked at. */
  SubjectRecord withNewKey(SubjectRecord row) {
    int id = row.newest().id() + 1;
    WrappedKey wrapped = encryption.wrap(randomKey(), context(row.subject(), id));
    List<StoredKey> keys = new ArrayList<>(row.keys());
    keys.add(new StoredKey(id, wrapped, now()));
    return row.with(keys);
  }

  /** The record with all keys wrapped by one key, or null if they are. */
  @Nullable SubjectRecord rewrapped(SubjectRecord row, String by) {
    if (row.keys().stream().allMatch(key -> key.wrapped().wrappedBy().equals(by))) {
      return null;
    }
    return row.with(row.keys().stream().map(key -> rewrapped(row.subject(), key, by)).toList());
  }

  private StoredKey rewrapped(DataSubject subject, StoredKey key, String by) {
    if (key.wrapped().wrappedBy().equals(by)) {
      return key;
    }
    String context = context(subject, key.id());
    WrappedKey wrapped = encryption.wrap(encryption.unwrap(key.wrapped(), context), context);
    return new StoredKey(key.id(), wrapped, key.createdAt());
  }

  /** Stores what was made of a record; the cache must not keep what was before. */
  boolean replace(SubjectRecord next) {
    boolean stored = store.replace(next);
    cache.forget(next.subject());
    return stored;
  }

  SubjectKeyStore store() {
    return store;
  }

  KeyEncryption encryption() {
    return encryption;
  }

  SubjectKeySettings settings() {
    return settings;
  }

  Instant now() {
    return settings.clock().instant();
  }

  private SubjectKeysResult unwrapped(SubjectRecord row, long mark) {
    SubjectKeysResult result = unwrapped(row);
    if (result instanceof SubjectKeysResult.Usable usable) {
      cache.put(row.subject(), usable.keys(), mark);
    } else {
      cache.forget(row.subject());
    }
    return result;
  }

  /**
   * Unwraps keys that the caller has read: past the cache, and where the store does not see them
   * yet, as in the transaction that makes them.
   *
   * @param row as it is stored
   * @return its keys, or that they were destroyed
   * @throws KeyUnavailableException if they can't be unwrapped
   */
  public SubjectKeysResult unwrapped(SubjectRecord row) {
    Instant destroyed = row.destroyedAt();
    if (destroyed != null) {
      return new SubjectKeysResult.Destroyed(destroyed);
    }
    List<DataKey> keys = new ArrayList<>();
    for (StoredKey key : row.keys()) {
      String context = context(row.subject(), key.id());
      keys.add(new DataKey(key.id(), encryption.unwrap(key.wrapped(), context)));
    }
    return new SubjectKeysResult.Usable(new DataKeys(keys));
  }

  private Secret randomKey() {
    byte[] key = new byte[Aead.KEY_BYTES];
    random.nextBytes(key);
    return Secret.of(key);
  }

  /** A wrapped key that is copied to another subject, or another number, does not unwrap there. */
  private static String context(DataSubject subject, int id) {
    return "travelsuite/subject/" + subject + "/" + id;
  }

  int cached() {
    return cache.size();
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "SubjectKeys[" + encryption + "]";
  }
}
