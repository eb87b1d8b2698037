package io.travelsuite.jdbc.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.Race;
import io.travelsuite.security.session.OpenSession;
import io.travelsuite.security.session.Session;
import io.travelsuite.security.session.SessionTerms;
import io.travelsuite.security.session.Sessions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionStoreTest {

  private static final Duration MILLI = Duration.ofMillis(1);

  private Gate gate;
  private Sessions sessions;

  @BeforeEach
  void open() {
    gate = new Gate();
    sessions = Sessions.of(gate.security.sessions(), SessionTerms.CUSTOMER);
  }

  @AfterEach
  void close() {
    gate.close();
  }

  private static String cookie(OpenSession open) {
    return open.cookie().text();
  }

  private OpenSession begin() {
    return sessions.begin(Gate.ANNA, "Firefox", null);
  }

  @Test
  void a_session_ends_when_it_is_idle_and_not_a_millisecond_before() {
    OpenSession open = begin();
    gate.clock.advance(Duration.ofMinutes(30).minus(MILLI));
    assertThat(sessions.find(cookie(open))).isPresent();
    gate.clock.advance(Duration.ofMinutes(30).minus(MILLI));
    assertThat(sessions.find(cookie(open))).as("it was used").isPresent();
    gate.clock.advance(Duration.ofMinutes(30));
    assertThat(sessions.find(cookie(open))).isEmpty();
  }

  @Test
  void a_session_ends_after_its_absolute_time_however_it_is_used() {
    OpenSession open = begin();
    for (int i = 0; i < 31; i++) {
      gate.clock.advance(Duration.ofMinutes(15));
      assertThat(sessions.find(cookie(open))).isPresent();
    }
    gate.clock.advance(Duration.ofMinutes(15).minus(MILLI));
    assertThat(sessions.find(cookie(open))).isPresent();
    gate.clock.advance(MILLI);
    assertThat(sessions.find(cookie(open))).isEmpty();
  }

  @Test
  void staff_have_a_shorter_idle_time() {
    Sessions staff = Sessions.of(gate.security.sessions(), SessionTerms.STAFF);
    OpenSession open = staff.begin(Gate.ANNA, "Firefox", null);
    gate.clock.advance(Duration.ofMinutes(15).minus(MILLI));
    assertThat(staff.find(cookie(open))).isPresent();
    gate.clock.advance(Duration.ofMinutes(15));
    assertThat(staff.find(cookie(open))).isEmpty();
  }

  @Test
  void an_id_that_somebody_planted_is_worth_nothing() {
    String planted = "A".repeat(43);
    OpenSession open = sessions.begin(Gate.ANNA, "Firefox", planted);

    assertThat(cookie(open)).isNotEqualTo(planted);
    assertThat(sessions.find(planted)).isEmpty();
  }

  @Test
  void a_sign_in_ends_the_session_that_the_browser_had() {
    OpenSession attackers = sessions.begin(Gate.BERT, "Firefox", null);
    OpenSession open = sessions.begin(Gate.ANNA, "Firefox", cookie(attackers));

    assertThat(sessions.find(cookie(attackers))).isEmpty();
    assertThat(sessions.find(cookie(open)).map(Session::subject)).contains(Gate.ANNA);
  }

  @Test
  void a_change_of_privilege_gives_a_new_id_and_the_old_one_is_dead_in_every_jvm() {
    OpenSession open = begin();
    Sessions elsewhere = Sessions.of(gate.security(1).sessions(), SessionTerms.CUSTOMER);
    assertThat(elsewhere.find(cookie(open))).isPresent();

    OpenSession renewed = sessions.renew(cookie(open)).orElseThrow();

    assertThat(elsewhere.find(cookie(open))).isEmpty();
    assertThat(elsewhere.find(cookie(renewed)).map(Session::id)).contains(open.session().id());
    assertThat(sessions.renew(cookie(open))).isEmpty();
  }

  @Test
  void of_many_who_renew_at_once_one_succeeds() {
    OpenSession open = begin();
    List<Optional<OpenSession>> renewed = Race.run(8, number -> sessions.renew(cookie(open)));

    assertThat(renewed.stream().filter(Optional::isPresent)).hasSize(1);
    assertThat(sessions.list(Gate.ANNA)).hasSize(1);
  }

  @Test
  void a_renewal_lengthens_no_life() {
    OpenSession open = begin();
    gate.clock.advance(Duration.ofMinutes(20));
    OpenSession renewed = sessions.renew(cookie(open)).orElseThrow();
    assertThat(renewed.session().expiresAt()).isEqualTo(open.session().expiresAt());

    gate.clock.advance(Duration.ofMinutes(30));
    assertThat(sessions.renew(cookie(renewed))).as("it was idle").isEmpty();
  }

  @Test
  void sessions_are_listed_and_ended_one_by_one_or_all_or_all_others() {
    OpenSession here = begin();
    OpenSession there = sessions.begin(Gate.ANNA, "Safari on a phone", null);
    OpenSession third = begin();
    OpenSession another = sessions.begin(Gate.BERT, "Firefox", null);
    assertThat(sessions.list(Gate.ANNA))
        .hasSize(3)
        .extracting(Session::label)
        .contains("Safari on a phone");

    sessions.end(there.session().id());
    assertThat(sessions.find(cookie(there))).isEmpty();
    assertThat(sessions.endAll(Gate.ANNA, here.session().id())).isEqualTo(1);
    assertThat(sessions.find(cookie(third))).isEmpty();
    assertThat(sessions.find(cookie(here))).isPresent();
    assertThat(sessions.endAll(Gate.ANNA, null)).isEqualTo(1);
    assertThat(sessions.find(cookie(here))).isEmpty();
    assertThat(sessions.find(cookie(another))).isPresent();
  }

  @Test
  void that_a_session_was_used_is_written_once_a_minute() {
    OpenSession open = begin();
    gate.clock.advance(Sessions.SEEN_EVERY.minus(MILLI));
    sessions.find(cookie(open));
    assertThat(seen()).isEqualTo(open.session().seenAt());
    gate.clock.advance(MILLI);
    sessions.find(cookie(open));
    assertThat(seen()).isEqualTo(open.session().seenAt().plus(Sessions.SEEN_EVERY));
  }

  private Object seen() {
    return sessions.list(Gate.ANNA).get(0).seenAt();
  }

  @Test
  void a_dump_of_the_table_lets_nobody_in_and_nothing_prints_what_the_cookie_holds() {
    OpenSession open = begin();
    String secret = cookie(open);
    String dump = gate.dump("travel_session", "id", "session_hash", "subject", "label");
    String hex = HexFormat.of().formatHex(secret.getBytes(US_ASCII)).toUpperCase(Locale.ROOT);

    assertThat(secret).hasSize(43);
    assertThat(dump).contains("Firefox").doesNotContain(secret).doesNotContain(hex);
    assertThat(open.toString()).doesNotContain(secret);
  }

  @Test
  void what_has_expired_is_purged() {
    begin();
    gate.clock.advance(Duration.ofHours(8));
    begin();

    assertThat(sessions.purge(10)).isEqualTo(1);
    assertThat(gate.fixture.rows().number("SELECT COUNT(*) FROM travel_session")).isEqualTo(1);
  }

  @Test
  void what_is_no_cookie_of_ours_is_not_looked_up() {
    gate.fixture.rows().update("DROP TABLE travel_session"); // who looked would throw
    for (String wrong :
        new String[] {null, "", "x", "A".repeat(42), "A".repeat(44), "ü".repeat(43)}) {
      assertThat(sessions.find(wrong)).isEmpty();
    }
  }
}
