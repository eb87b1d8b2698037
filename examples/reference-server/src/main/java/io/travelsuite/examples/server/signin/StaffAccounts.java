package io.travelsuite.examples.server.signin;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.examples.server.store.Statements;
import io.travelsuite.security.password.PasswordCheck;
import io.travelsuite.security.password.PasswordFault;
import io.travelsuite.security.password.PasswordPolicy;
import io.travelsuite.security.password.Passwords;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.signin.Account;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The accounts of staff: a table of the server's own, with hashes and no passwords. Thread-safe.
 */
public final class StaffAccounts {

  /** What makes the table of them. */
  public static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS office_account (
        subject VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        name VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        role VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        UNIQUE KEY office_by_name (name)
      )
      """;

  private static final List<String> USUAL_NAMES = List.of("admin", "demo", "demo-manager", "root");

  private static final List<String> USUAL_PASSWORDS = List.of("admin", "demo", "password", "root");

  private final DataSource dataSource;
  private final Passwords passwords;
  private final PasswordPolicy policy;

  private StaffAccounts(DataSource dataSource, Passwords passwords, PasswordPolicy policy) {
    this.dataSource = dataSource;
    this.passwords = passwords;
    this.policy = policy;
  }

  /** An account without its hash. */
  record Member(SubjectId subject, String name, String role) {}

  /**
   * {@return the accounts in a database}
   *
   * @param dataSource the database; its table has been made
   * @param passwords what hashes them
   */
  public static StaffAccounts of(DataSource dataSource, Passwords passwords) {
    return new StaffAccounts(
        dataSource, passwords, PasswordPolicy.forStaff("travel suite", "saudade"));
  }

  /**
   * Adds an account, or gives one that is there another password and role.
   *
   * @param name what they sign in by
   * @param password by the library's policy for staff
   * @param role one of {@link StaffRoles}
   * @throws io.travelsuite.InvalidRequestException if the password may not be set or there is no
   *     such role; does not tell the password
   */
  public void put(String name, String password, String role) {
    put(new SubjectId(UUID.randomUUID().toString()), name, password, role);
  }

  /** The same under an id of the caller's; an account that is there keeps the one it has. */
  public void put(SubjectId subject, String name, String password, String role) {
    unless(StaffRoles.isKnown(role), "role", role, "must be one that there is");
    Set<PasswordFault> faults = policy.check(password, List.of(name));
    unless(faults.isEmpty(), "password", "(hidden)", "must not be " + faults);
    String hash = passwords.hash(password).orElseThrow();
    String sql =
        """
        INSERT INTO office_account (subject, name, password_hash, role) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE password_hash = VALUES(password_hash), role = VALUES(role)
        """;
    write(sql, subject.value(), key(name), hash, role);
  }

  /** Finds what the sign-in guard looks at. */
  Optional<Account> account(String name) {
    return one("SELECT subject, password_hash FROM office_account WHERE name = ?", key(name))
        .map(row -> new Account(new SubjectId(row.get(0)), row.get(1)));
  }

  Optional<Member> bySubject(SubjectId subject) {
    return one("SELECT name, role FROM office_account WHERE subject = ?", subject.value())
        .map(row -> new Member(subject, row.get(0), row.get(1)));
  }

  /** {@return names of accounts that a well-known password lets in} */
  public Set<String> guessable() {
    Set<String> found = new TreeSet<>();
    for (String name : USUAL_NAMES) {
      String hash = account(name).map(Account::passwordHash).orElse(null);
      for (String password : hash == null ? List.<String>of() : USUAL_PASSWORDS) {
        if (passwords.verify(password, hash) instanceof PasswordCheck.Correct) {
          found.add(name);
        }
      }
    }
    return found;
  }

  /** Stores a hash that was made anew as its owner signed in. */
  void upgrade(SubjectId subject, String hash) {
    write("UPDATE office_account SET password_hash = ? WHERE subject = ?", hash, subject.value());
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private Optional<List<String>> one(String sql, String parameter) {
    try (Connection connection = dataSource.getConnection()) {
      return Statements.query(
              connection, sql, row -> List.of(row.getString(1), row.getString(2)), parameter)
          .stream()
          .findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("accounts can't be read", e);
    }
  }

  private void write(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      Statements.update(connection, sql, parameters);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("accounts can't be written", e);
    }
  }
}
