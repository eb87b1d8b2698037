package io.travelsuite.jdbc;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.data.StoredKey;
import io.travelsuite.security.data.SubjectRecord;
import io.travelsuite.security.data.WrappedKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The keys of a person as a row of the table: a line a key, {@code number by text time}. */
final class SubjectKeyText {

  private SubjectKeyText() {}

  static SubjectKeyRow row(SubjectRecord record) {
    String text =
        record.keys().stream().map(SubjectKeyText::line).collect(Collectors.joining("\n"));
    return new SubjectKeyRow(
        record.subject().operator().value(),
        record.subject().id(),
        record.revision(),
        text,
        record.destroyedAt());
  }

  private static String line(StoredKey key) {
    WrappedKey wrapped = key.wrapped();
    return key.id() + " " + wrapped.wrappedBy() + " " + wrapped.text() + " " + key.createdAt();
  }

  static SubjectRecord record(SubjectKeyRow row) {
    List<StoredKey> keys =
        row.keys().isEmpty() ? List.of() : row.keys().lines().map(SubjectKeyText::key).toList();
    DataSubject subject = new DataSubject(new OperatorId(row.operator()), row.subject());
    return new SubjectRecord(subject, row.revision(), keys, row.destroyedAt());
  }

  /** Neither an id nor a wrapped key has a space in it. */
  private static StoredKey key(String line) {
    String[] words = line.split(" ", -1);
    return new StoredKey(
        Integer.parseInt(words[0]), new WrappedKey(words[1], words[2]), Instant.parse(words[3]));
  }
}
