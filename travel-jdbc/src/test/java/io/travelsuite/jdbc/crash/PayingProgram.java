package io.travelsuite.jdbc.crash;

import io.travelsuite.idempotency.Effect;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.idempotency.Idempotent;
import io.travelsuite.idempotency.Ran;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.idempotency.Ask;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Charges at a bank, which keeps its own books, and stops for good at a step. */
final class PayingProgram {

  /** The bank's books; it would charge twice if asked twice. */
  static final String BANK =
      "CREATE TABLE bank (id INT AUTO_INCREMENT PRIMARY KEY, reference VARCHAR(64))";

  /** Printed when the step is reached. */
  static final String REACHED = "REACHED";

  /** Where it stops. */
  enum Step {
    NONE,
    BEFORE_EFFECT,
    AFTER_EFFECT,
    BEFORE_COMPLETING,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final DataSource dataSource;
  private final JdbcTravel travel;
  private final String key;
  private final Step stop;

  PayingProgram(DataSource dataSource, String key, Step stop) {
    this.dataSource = dataSource;
    travel = JdbcTravel.builder(dataSource).build();
    this.key = key;
    this.stop = stop;
  }

  /** Arguments: the database's URL, the key, the step. */
  public static void main(String[] arguments) {
    DataSource pool = Pools.open(arguments[0], 2, Duration.ofSeconds(10));
    PayingProgram program = new PayingProgram(pool, arguments[1], Step.valueOf(arguments[2]));
    program.pay();
    program.reach(Step.NONE);
  }

  /** Pays, or finds out what came of an earlier try; repeats itself as a client would. */
  String pay() {
    Idempotent<String> idempotent =
        Idempotent.external(travel.idempotency(), Ask.TEXT, (fence, note) -> ask())
            .settling((effect, completing) -> settle(completing));
    Effect<String> paid = new Effect.Succeeded<>("paid");
    var first = idempotent.run(Ask.SCOPE, key, Ask.REQUEST, fence -> charge(paid));
    var ran =
        first instanceof Ran.Released
            ? idempotent.run(Ask.SCOPE, key, Ask.REQUEST, fence -> charge(paid))
            : first;
    return ran.orElseThrow();
  }

  private Effect<String> charge(Effect<String> paid) {
    reach(Step.BEFORE_EFFECT);
    update("INSERT INTO bank (reference) VALUES (?)");
    reach(Step.AFTER_EFFECT);
    return paid;
  }

  private Effect<String> ask() {
    try (Connection connection = dataSource.getConnection()) {
      String sql = "SELECT COUNT(*) FROM bank WHERE reference = ?";
      return Rows.number(connection, sql, key) == 0
          ? new Effect.NotDone<>()
          : new Effect.Succeeded<>("paid");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void settle(Consumer<Idempotency> completing) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      Rows.update(connection, "INSERT INTO host_row VALUES (?)", key);
      reach(Step.BEFORE_COMPLETING);
      completing.accept(travel.joining(connection).idempotency());
      reach(Step.BEFORE_COMMIT);
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    reach(Step.AFTER_COMMIT);
  }

  private void update(String sql) {
    try (Connection connection = dataSource.getConnection()) {
      Rows.update(connection, sql, key);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For good when it is the step to stop at; NONE is reached in a program of its own alone. */
  private void reach(Step step) {
    if (step == stop) {
      System.out.println(REACHED);
      while (true) {
        LockSupport.park();
      }
    }
  }
}
