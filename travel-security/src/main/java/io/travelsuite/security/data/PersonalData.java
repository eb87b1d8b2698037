package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Seals and opens the personal columns of a row, with the keys of the person they are about.
 * Columns that are null in the row are left out of the maps. Thread-safe.
 */
public final class PersonalData {

  private final SubjectKeys keys;
  private final FieldCipher cipher = new FieldCipher();

  private PersonalData(SubjectKeys keys) {
    this.keys = keys;
  }

  /**
   * {@return what seals with some keys}
   *
   * @param keys the keys of all subjects
   */
  public static PersonalData of(SubjectKeys keys) {
    return new PersonalData(keys);
  }

  /**
   * Seals fields; the subject's first key is made and stored if there is none.
   *
   * @param subject whom the fields are about, of the row's operator
   * @param row where they will stand
   * @param texts by column
   * @return the sealed fields, or that the subject was erased
   * @throws KeyUnavailableException if there is no getting at the keys
   */
  public SealResult seal(DataSubject subject, RowPlace row, Map<String, String> texts) {
    check(subject, row);
    SubjectKeysResult found = keys.findOrCreate(subject);
    return found instanceof SubjectKeysResult.Usable usable
        ? new SealResult.Sealed(seal(usable.keys(), row, texts))
        : new SealResult.Erased();
  }

  /**
   * Seals fields by keys that are at hand, as {@link SubjectKeys#make} gives them.
   *
   * @param with the subject's keys
   * @param row where they will stand
   * @param texts by column
   * @return the sealed fields, by column
   */
  public Map<String, byte[]> seal(DataKeys with, RowPlace row, Map<String, String> texts) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    texts.forEach(
        (column, text) -> bytes.put(column, cipher.seal(with.current(), row.column(column), text)));
    return bytes;
  }

  /**
   * Opens fields.
   *
   * @param subject whom they are about, of the row's operator
   * @param row where they stand
   * @param fields by column
   * @return their texts, or that the subject was erased
   * @throws UnreadableFieldException if one does not open
   * @throws KeyUnavailableException if there is no getting at the keys
   */
  public OpenResult open(DataSubject subject, RowPlace row, Map<String, byte[]> fields) {
    check(subject, row);
    SubjectKeysResult found = keys.find(subject);
    if (found instanceof SubjectKeysResult.Usable usable && namesOther(usable.keys(), fields)) {
      found = keys.reload(subject);
    }
    if (!(found instanceof SubjectKeysResult.Usable usable)) {
      return new OpenResult.Erased();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach(
        (column, bytes) ->
            texts.put(column, cipher.open(usable.keys(), row.column(column), bytes)));
    return new OpenResult.Opened(texts);
  }

  /** A key that another process has made since these were cached. */
  private static boolean namesOther(DataKeys known, Map<String, byte[]> fields) {
    return fields.values().stream()
        .flatMapToInt(bytes -> FieldCipher.keyId(bytes).stream())
        .anyMatch(id -> known.find(id).isEmpty());
  }

  private static void check(DataSubject subject, RowPlace row) {
    boolean same = subject.operator().equals(row.operator());
    unless(same, "subject", subject, "must be of the row's operator");
  }
}
