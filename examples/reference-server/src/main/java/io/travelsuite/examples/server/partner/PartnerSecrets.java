package io.travelsuite.examples.server.partner;

import io.travelsuite.examples.server.store.Statements;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.EndpointSecrets;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.data.KeyRing;
import io.travelsuite.security.data.KeyUnavailableException;
import io.travelsuite.security.data.WrappedKey;
import io.travelsuite.security.key.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets by which webhooks to partners are signed, in a table of the server's own: each sealed
 * by a key made of the server's root secret, and bound to its endpoint and number. Thread-safe.
 */
public final class PartnerSecrets implements EndpointSecrets {

  /** What makes the table of them. */
  public static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS server_partner_secret (
        endpoint CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT NOT NULL,
        wrapped_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        wrapped VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (endpoint, number)
      )
      """;

  private static final String PREFIX = "whsec_";
  private static final int ID_BYTES = 8;

  private final HostTransactions transactions;
  private final KeyRing ring;

  /**
   * Secrets in a database.
   *
   * @param transactions of the server
   * @param root what they are sealed by; what its previous one sealed is opened too
   */
  public PartnerSecrets(HostTransactions transactions, SigningKeys root) {
    this.transactions = transactions;
    this.ring = ring(root);
  }

  /** The keys of the root and of the one before it, each with a name that tells nothing of it. */
  private static KeyRing ring(SigningKeys root) {
    List<byte[]> keys = root.signer("partner-secrets").signatures();
    List<byte[]> names = root.signer("partner-secret-names").signatures();
    Map<String, Secret> all = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      all.put(HexFormat.of().formatHex(names.get(i), 0, ID_BYTES), Secret.of(keys.get(i)));
    }
    return KeyRing.of(all.keySet().iterator().next(), all);
  }

  /** The secret of that number: a new one, or the one that is there already. */
  Secret make(EndpointId endpoint, int number) {
    WrappedKey made = seal(StandardSignature.newSecret(), context(endpoint, number));
    WrappedKey kept =
        transactions.run(
            (connection, joined) -> {
              addIfAbsent(connection, endpoint, number, made);
              return find(connection, endpoint, number).orElseThrow();
            });
    return open(kept, context(endpoint, number));
  }

  @Override
  public Optional<Secret> secret(EndpointId endpoint, int number) {
    return transactions
        .run((connection, joined) -> find(connection, endpoint, number))
        .flatMap(kept -> opened(kept, context(endpoint, number)));
  }

  /** One that a lost root sealed is as good as none. */
  private Optional<Secret> opened(WrappedKey kept, String context) {
    try {
      return Optional.of(open(kept, context));
    } catch (KeyUnavailableException lost) {
      return Optional.empty();
    }
  }

  /**
   * Seals by the current root what the one before it sealed.
   *
   * @return how many
   */
  int reseal() {
    return transactions.run(
        (connection, joined) -> {
          List<Row> old = sealedByOthers(connection);
          int done = 0;
          for (Row row : old) {
            Optional<Secret> secret = opened(row.wrapped(), context(row.endpoint(), row.number()));
            if (secret.isPresent()) {
              update(connection, row, seal(secret.get(), context(row.endpoint(), row.number())));
              done++;
            }
          }
          return done;
        });
  }

  private record Row(String endpoint, int number, WrappedKey wrapped) {}

  private static String context(EndpointId endpoint, int number) {
    return context(endpoint.toString(), number);
  }

  private static String context(String endpoint, int number) {
    return "partner-secret/" + endpoint + "/" + number;
  }

  /** What is behind the prefix are 32 bytes, as long as a key that a ring wraps. */
  private WrappedKey seal(Secret secret, String context) {
    String text = secret.text().substring(PREFIX.length());
    return ring.wrap(Secret.of(Base64.getDecoder().decode(text)), context);
  }

  private Secret open(WrappedKey wrapped, String context) {
    byte[] bytes = ring.unwrap(wrapped, context).bytes();
    String text = new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    return Secret.of(PREFIX + text);
  }

  private static void addIfAbsent(
      Connection connection, EndpointId endpoint, int number, WrappedKey made) throws SQLException {
    String sql =
        """
        INSERT INTO server_partner_secret (endpoint, number, wrapped_by, wrapped)
        VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE number = server_partner_secret.number
        """;
    Statements.update(connection, sql, endpoint.toString(), number, made.wrappedBy(), made.text());
  }

  private static Optional<WrappedKey> find(Connection connection, EndpointId endpoint, int number)
      throws SQLException {
    String sql =
        "SELECT wrapped_by, wrapped FROM server_partner_secret WHERE endpoint = ? AND number = ?";
    return Statements.query(
            connection,
            sql,
            row -> new WrappedKey(row.getString(1), row.getString(2)),
            endpoint.toString(),
            number)
        .stream()
        .findFirst();
  }

  private List<Row> sealedByOthers(Connection connection) throws SQLException {
    String sql =
        """
        SELECT endpoint, number, wrapped_by, wrapped FROM server_partner_secret
        WHERE wrapped_by <> ? FOR UPDATE
        """;
    return Statements.query(
        connection,
        sql,
        row ->
            new Row(
                row.getString(1),
                row.getInt(2),
                new WrappedKey(row.getString(3), row.getString(4))),
        ring.currentId());
  }

  private static void update(Connection connection, Row row, WrappedKey wrapped)
      throws SQLException {
    String sql =
        """
        UPDATE server_partner_secret SET wrapped_by = ?, wrapped = ?
        WHERE endpoint = ? AND number = ?
        """;
    Statements.update(
        connection, sql, wrapped.wrappedBy(), wrapped.text(), row.endpoint(), row.number());
  }
}
