package io.travelsuite.jdbc.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcSmsJournal;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.notify.sms.SmsDelivery;
import io.travelsuite.notify.sms.SmsStatus;
import io.travelsuite.notify.sms.SmsTry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsJournalTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String KEY = "booking-1:sms";

  private final TestClock clock = TestClock.create();
  private Fixture fixture;
  private JdbcSmsJournal journal;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    JdbcTravel travel = JdbcTravel.builder(fixture.schema().dataSource(8)).clock(clock).build();
    journal = JdbcSmsJournal.of(travel);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private SmsTry begin() {
    return journal.begin(Mode.LIVE, KEY, LONGEST);
  }

  @Test
  void what_was_sent_stays_sent() {
    assertThat(begin()).isEqualTo(new SmsTry.First());
    journal.sent(Mode.LIVE, KEY, "SM1");
    assertThat(begin()).isEqualTo(new SmsTry.Done("SM1"));
    journal.notSent(Mode.LIVE, KEY);
    journal.unclear(Mode.LIVE, KEY);
    assertThat(begin()).as("whoever comes late with what").isEqualTo(new SmsTry.Done("SM1"));
    assertThat(journal.begin(Mode.TEST, KEY, LONGEST)).isEqualTo(new SmsTry.First());
  }

  @Test
  void a_success_without_an_id_is_one() {
    begin();
    journal.sent(Mode.LIVE, KEY, null);
    assertThat(begin()).isEqualTo(new SmsTry.Done(null));
  }

  @Test
  void what_was_not_sent_is_a_first_try_again() {
    begin();
    journal.notSent(Mode.LIVE, KEY);
    assertThat(begin()).isEqualTo(new SmsTry.First());
  }

  @Test
  void a_try_is_in_flight_until_it_is_too_old_to_be() {
    begin();
    clock.advance(LONGEST.minusMillis(1));
    assertThat(begin()).isEqualTo(new SmsTry.InFlight());
    clock.advance(Duration.ofMillis(1));
    assertThat(begin()).isEqualTo(new SmsTry.Unclear());
    assertThat(begin()).as("and now another's").isEqualTo(new SmsTry.InFlight());
  }

  @Test
  void what_was_unclear_once_stays_so_though_a_later_try_failed() {
    begin();
    journal.unclear(Mode.LIVE, KEY);
    assertThat(begin()).isEqualTo(new SmsTry.Unclear());
    journal.notSent(Mode.LIVE, KEY);
    assertThat(begin()).isEqualTo(new SmsTry.Unclear());
    journal.sent(Mode.LIVE, KEY, "SM1");
    assertThat(begin()).isEqualTo(new SmsTry.Done("SM1"));
  }

  @Test
  void what_a_dead_process_began_stays_unclear_though_a_later_try_failed() {
    begin();
    clock.advance(LONGEST);
    assertThat(begin()).isEqualTo(new SmsTry.Unclear());
    journal.notSent(Mode.LIVE, KEY);
    assertThat(begin()).isEqualTo(new SmsTry.Unclear());
  }

  @Test
  void of_many_at_once_one_begins() {
    for (int round = 0; round < 10; round++) {
      String key = "round-" + round;
      List<SmsTry> tries = Race.run(8, number -> journal.begin(Mode.LIVE, key, LONGEST));
      assertThat(tries).filteredOn(new SmsTry.First()::equals).hasSize(1);
      assertThat(tries).filteredOn(new SmsTry.InFlight()::equals).hasSize(7);
    }
  }

  @Test
  void control_a_plain_look_before_the_try_lets_several_begin() {
    String look = "SELECT COUNT(*) FROM travel_sms";
    List<Long> seen = Race.run(8, number -> fixture.rows().number(look));
    assertThat(seen).as("each would have begun").containsOnly(0L);
  }

  @Test
  void progress_only_grows_and_the_first_end_is_the_end() {
    journal.note("SM1", SmsStatus.SENT, null);
    journal.note("SM1", SmsStatus.QUEUED, null);
    assertThat(status()).isEqualTo(SmsStatus.SENT);
    journal.note("SM1", SmsStatus.UNDELIVERED, 30003);
    journal.note("SM1", SmsStatus.DELIVERED, null);
    journal.note("SM1", SmsStatus.SENDING, 1);
    SmsDelivery known = journal.find("SM1").orElseThrow();
    assertThat(known.status()).isEqualTo(SmsStatus.UNDELIVERED);
    assertThat(known.errorCode()).isEqualTo(30003);
    assertThat(journal.find("SM2")).isEmpty();
  }

  private SmsStatus status() {
    return journal.find("SM1").orElseThrow().status();
  }

  @Test
  void what_is_old_is_forgotten_in_batches() {
    for (int i = 0; i < 5; i++) {
      journal.begin(Mode.LIVE, "old-" + i, LONGEST);
    }
    journal.note("SM1", SmsStatus.SENT, null);
    clock.advance(Duration.ofDays(30));
    begin();
    assertThat(journal.purge(Duration.ofDays(30), 3)).isEqualTo(4);
    assertThat(journal.purge(Duration.ofDays(30), 3)).isEqualTo(2);
    assertThat(journal.purge(Duration.ofDays(30), 3)).isZero();
    assertThat(begin()).isEqualTo(new SmsTry.InFlight());
  }

  @Test
  void nothing_in_the_table_tells_the_key() {
    begin();
    String kept = "SELECT CONCAT(HEX(key_hash), state) FROM travel_sms";
    assertThat(fixture.rows().texts(kept).toString()).doesNotContain("booking", "626F6F6B");
  }
}
