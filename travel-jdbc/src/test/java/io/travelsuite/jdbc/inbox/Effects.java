package io.travelsuite.jdbc.inbox;

import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.webhook.VerifiedWebhook;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A host's table, into which handlers write a row an event; twice if they are called twice. */
public final class Effects {

  public static final String TABLE =
      "CREATE TABLE effect (id INT AUTO_INCREMENT PRIMARY KEY, event VARCHAR(255))";

  private final Fixture fixture;

  Effects(Fixture fixture) {
    this.fixture = fixture;
    fixture.rows().update(TABLE);
  }

  /** A handler. */
  public static Handling write(VerifiedWebhook webhook, Connection connection) throws SQLException {
    Rows.update(connection, "INSERT INTO effect (event) VALUES (?)", webhook.eventId());
    return new Handling.Handled();
  }

  /** The events that had effects, once for each. */
  List<String> all() {
    return fixture.rows().texts("SELECT event FROM effect ORDER BY id");
  }

  void clear() {
    fixture.rows().update("DELETE FROM effect");
  }
}
