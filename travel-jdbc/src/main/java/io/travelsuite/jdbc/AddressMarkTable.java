package io.travelsuite.jdbc;

import io.travelsuite.Mode;
import io.travelsuite.notify.address.AddressMark;
import io.travelsuite.notify.address.MarkReason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_address_mark. */
final class AddressMarkTable {

  private AddressMarkTable() {}

  /** The marks that any of these hashes has, each reason once and the earliest of each. */
  static List<AddressMark> find(Handle handle, Mode mode, List<byte[]> hashes) {
    List<AddressMark> all = hashes.stream().flatMap(hash -> of(handle, mode, hash)).toList();
    return Arrays.stream(MarkReason.values())
        .map(reason -> earliest(all, reason))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<AddressMark> earliest(List<AddressMark> all, MarkReason reason) {
    return all.stream()
        .filter(mark -> mark.reason() == reason)
        .min(Comparator.comparing(AddressMark::since));
  }

  private static Stream<AddressMark> of(Handle handle, Mode mode, byte[] hash) {
    return Sql.query(
        handle,
        "SELECT reason, since FROM travel_address_mark WHERE address_hash = ? AND mode = ?",
        List.of(hash, mode.name()),
        row ->
            new AddressMark(
                MarkReason.valueOf(row.getString("reason")), UtcTime.instant(row, "since")))
        .stream();
  }

  /** Unless it is there. */
  static void insert(Handle handle, List<@Nullable Object> row) {
    MultiRow.insertAbsent(
        handle,
        "INSERT INTO travel_address_mark (address_hash, mode, reason, since)",
        List.of(row),
        "since");
  }

  static void delete(Handle handle, Mode mode, MarkReason reason, List<byte[]> hashes) {
    List<List<@Nullable Object>> keys =
        hashes.stream()
            .<List<@Nullable Object>>map(hash -> List.of(hash, mode.name(), reason.name()))
            .toList();
    MultiRow.delete(handle, "travel_address_mark", List.of("address_hash", "mode", "reason"), keys);
  }
}
