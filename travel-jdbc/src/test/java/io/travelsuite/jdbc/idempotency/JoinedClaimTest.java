package io.travelsuite.jdbc.idempotency;

import static io.travelsuite.jdbc.idempotency.Ask.REQUEST;
import static io.travelsuite.jdbc.idempotency.Ask.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.idempotency.Claim;
import io.travelsuite.idempotency.Fence;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.idempotency.Outcome;
import io.travelsuite.idempotency.StaleClaimException;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims in a host's transaction, at the servers' default of REPEATABLE READ. */
class JoinedClaimTest {

  private static final Outcome DONE = Outcome.succeeded("1");

  private static Fixture fixture;

  private final String key = Ask.newKey();
  private Connection host;
  private Idempotency joined;
  private Idempotency own;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    fixture.rows().update("CREATE TABLE host_row (id VARCHAR(64) PRIMARY KEY)");
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    host = fixture.connect();
    host.setAutoCommit(false);
    joined = fixture.travel().joining(host).idempotency();
    own = fixture.travel().idempotency();
  }

  @AfterEach
  void end() throws SQLException {
    host.rollback();
    host.close();
  }

  private void write() throws SQLException {
    Rows.update(host, "INSERT INTO host_row VALUES (?)", key);
  }

  private long written() {
    return fixture.rows().number("SELECT COUNT(*) FROM host_row WHERE id = ?", key);
  }

  @Test
  void key_row_and_outcome_commit_together() throws SQLException {
    Fence fence = joined.claim(SCOPE, key, REQUEST).orElseThrow();
    write();
    joined.complete(fence, DONE);
    host.commit();

    assertThat(written()).isOne();
    assertThat(own.claim(SCOPE, key, REQUEST)).isEqualTo(new Claim.Replay(DONE));
  }

  @Test
  void key_row_and_outcome_go_with_the_hosts_rollback() throws SQLException {
    Fence fence = joined.claim(SCOPE, key, REQUEST).orElseThrow();
    write();
    joined.complete(fence, DONE);
    host.rollback();

    assertThat(written()).isZero();
    assertThat(own.claim(SCOPE, key, REQUEST)).isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void what_was_completed_after_the_hosts_snapshot_is_replayed() throws SQLException {
    Rows.number(host, "SELECT COUNT(*) FROM travel_idempotency");
    own.complete(own.claim(SCOPE, key, REQUEST).orElseThrow(), DONE);

    assertThat(joined.claim(SCOPE, key, REQUEST)).isEqualTo(new Claim.Replay(DONE));
  }

  @Test
  void what_was_purged_after_the_hosts_snapshot_is_acquired() throws SQLException {
    own.release(own.claim(SCOPE, key, REQUEST).orElseThrow());
    Rows.number(host, "SELECT COUNT(*) FROM travel_idempotency");
    fixture.rows().update("UPDATE travel_idempotency SET retained_until = '2001-01-01'");
    assertThat(own.purge(300)).isPositive();

    assertThat(joined.claim(SCOPE, key, REQUEST)).isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void a_claim_that_lapsed_after_the_hosts_snapshot_is_recovered() throws SQLException {
    Rows.number(host, "SELECT COUNT(*) FROM travel_idempotency");
    own.claim(SCOPE, key, REQUEST).orElseThrow();
    fixture.rows().update("UPDATE travel_idempotency SET lease_until = '2001-01-01'");

    assertThat(joined.claim(SCOPE, key, REQUEST)).isInstanceOf(Claim.NeedsRecovery.class);
  }

  @Test
  void an_outcome_and_the_business_row_after_a_remote_call_commit_together_or_not_at_all()
      throws SQLException {
    Fence fence = own.claim(SCOPE, key, REQUEST).orElseThrow();
    write();
    joined.complete(fence, DONE);
    host.rollback();
    assertThat(own.claim(SCOPE, key, REQUEST)).isInstanceOf(Claim.InFlight.class);

    write();
    joined.complete(fence, DONE);
    host.commit();

    assertThat(written()).isOne();
    assertThat(own.claim(SCOPE, key, REQUEST)).isEqualTo(new Claim.Replay(DONE));
  }

  @Test
  void a_stale_owner_is_told_before_its_row_commits() throws SQLException {
    Fence stale = own.claim(SCOPE, key, REQUEST).orElseThrow();
    fixture.rows().update("UPDATE travel_idempotency SET lease_until = '2001-01-01'");
    own.claim(SCOPE, key, REQUEST);
    write();

    assertThatThrownBy(() -> joined.complete(stale, DONE)).isInstanceOf(StaleClaimException.class);
    host.rollback();
    assertThat(written()).isZero();
  }
}
