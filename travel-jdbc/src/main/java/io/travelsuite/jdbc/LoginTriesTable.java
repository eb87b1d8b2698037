package io.travelsuite.jdbc;

import io.travelsuite.security.signin.LoginStore.Counted;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_login_tries. Rows are locked by their primary key, in its order. */
final class LoginTriesTable {

  private static final List<String> KEY = List.of("key_hash");
  private static final String INTO =
      "INSERT INTO travel_login_tries (key_hash, account_hash, tries, expires_at)";

  private LoginTriesTable() {}

  /** Makes the rows that are not there; locks all of them. */
  static void ensure(Handle handle, List<Counted> inOrder, Instant expires) {
    List<List<@Nullable Object>> rows =
        inOrder.stream().map(counted -> row(counted, List.of(), expires)).toList();
    MultiRow.insertAbsent(handle, INTO, rows, "key_hash");
  }

  private static List<@Nullable Object> row(Counted counted, List<Instant> tries, Instant expires) {
    String account = counted.account();
    return Arrays.asList(
        bytes(counted.key()),
        account == null ? null : bytes(account),
        packed(tries),
        UtcTime.text(expires));
  }

  /** The tries of each key, locked; of those that have a row. */
  static Map<String, List<Instant>> lock(Handle handle, List<Counted> inOrder) {
    List<byte[]> keys = inOrder.stream().map(counted -> bytes(counted.key())).toList();
    Map<String, List<Instant>> found = new TreeMap<>();
    Sql.query(
            handle,
            "SELECT key_hash, tries FROM travel_login_tries FORCE INDEX (PRIMARY) WHERE "
                + Placeholders.keys(KEY, keys.size())
                + " ORDER BY key_hash FOR UPDATE",
            keys,
            row -> Map.entry(hex(row.getBytes("key_hash")), unpacked(row.getBytes("tries"))))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  /** Writes the tries of rows that are locked. */
  static void write(Handle handle, Counted counted, List<Instant> tries, Instant expires) {
    Sql.update(
        handle,
        "UPDATE travel_login_tries SET tries = ?, expires_at = ? WHERE key_hash = ?",
        List.of(packed(tries), UtcTime.text(expires), bytes(counted.key())));
  }

  static List<byte[]> ofAccount(Handle handle, String account) {
    return Sql.query(
        handle,
        "SELECT key_hash FROM travel_login_tries WHERE account_hash = ? ORDER BY key_hash",
        List.of(bytes(account)),
        row -> row.getBytes("key_hash"));
  }

  static List<byte[]> expiredUntil(Handle handle, Instant now, int most) {
    return Sql.query(
        handle,
        "SELECT key_hash FROM travel_login_tries WHERE expires_at <= ? ORDER BY expires_at LIMIT ?",
        List.of(UtcTime.text(now), most),
        row -> row.getBytes("key_hash"));
  }

  /** Deletes one of those, if it still counts for nothing. */
  static int deleteExpired(Handle handle, byte[] key, Instant now) {
    return Sql.update(
        handle,
        "DELETE FROM travel_login_tries WHERE key_hash = ? AND expires_at <= ?",
        List.of(key, UtcTime.text(now)));
  }

  static void delete(Handle handle, List<byte[]> keys) {
    MultiRow.delete(handle, "travel_login_tries", "key_hash", keys);
  }

  private static byte[] packed(List<Instant> tries) {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES * tries.size());
    tries.forEach(time -> buffer.putLong(UtcTime.micros(time)));
    return buffer.array();
  }

  private static List<Instant> unpacked(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    List<Instant> tries = new ArrayList<>();
    while (buffer.hasRemaining()) {
      tries.add(Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS));
    }
    return tries;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
