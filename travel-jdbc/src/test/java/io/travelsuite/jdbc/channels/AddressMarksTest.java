package io.travelsuite.jdbc.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcAddressMarks;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.notify.address.AddressHash;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.address.AddressMark;
import io.travelsuite.notify.address.MarkReason;
import io.travelsuite.secret.Secret;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressMarksTest {

  private static final String ANNA = "anna@example.org";

  private final AddressHashes hashes =
      AddressHashes.of(Secret.of("a-key-of-the-tests-of-32-bytes!!"));
  private final List<AddressHash> anna = hashes.hashes("email", ANNA);
  private final TestClock clock = TestClock.create();
  private Fixture fixture;
  private JdbcAddressMarks marks;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    JdbcTravel travel = JdbcTravel.builder(fixture.schema().dataSource(4)).clock(clock).build();
    marks = JdbcAddressMarks.of(travel);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private long rows() {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_address_mark");
  }

  @Test
  void a_mark_keeps_its_first_time_however_often_it_is_made() {
    Instant first = clock.instant();
    marks.mark(Mode.LIVE, anna.get(0), MarkReason.BOUNCED);
    clock.advance(Duration.ofDays(1));
    marks.mark(Mode.LIVE, anna.get(0), MarkReason.BOUNCED);
    assertThat(marks.find(Mode.LIVE, anna))
        .containsExactly(new AddressMark(MarkReason.BOUNCED, first));
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void modes_reasons_and_addresses_are_apart() {
    marks.mark(Mode.LIVE, anna.get(0), MarkReason.OPTED_OUT);
    marks.mark(Mode.LIVE, anna.get(0), MarkReason.BOUNCED);
    marks.mark(Mode.TEST, anna.get(0), MarkReason.COMPLAINED);
    assertThat(marks.find(Mode.LIVE, anna))
        .extracting(AddressMark::reason)
        .containsExactly(MarkReason.BOUNCED, MarkReason.OPTED_OUT);
    assertThat(marks.find(Mode.LIVE, hashes.hashes("email", "bert@example.org"))).isEmpty();
    marks.clear(Mode.LIVE, anna, MarkReason.OPTED_OUT);
    assertThat(marks.find(Mode.LIVE, anna))
        .extracting(AddressMark::reason)
        .containsExactly(MarkReason.BOUNCED);
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void a_mark_by_a_former_key_is_found_and_cleared_with_the_newer_one() {
    marks.mark(Mode.LIVE, anna.get(0), MarkReason.BOUNCED);
    Secret next = Secret.of("the-next-key-of-the-tests-32-b!!");
    AddressHashes rotated = AddressHashes.of(next, Secret.of("a-key-of-the-tests-of-32-bytes!!"));
    marks.mark(Mode.LIVE, rotated.hash("email", ANNA), MarkReason.BOUNCED);
    assertThat(marks.find(Mode.LIVE, rotated.hashes("email", ANNA))).hasSize(1);
    marks.clear(Mode.LIVE, rotated.hashes("email", ANNA), MarkReason.BOUNCED);
    assertThat(rows()).isZero();
  }

  @Test
  void many_at_once_make_one_mark() {
    Race.run(
        8,
        number -> {
          marks.mark(Mode.LIVE, anna.get(0), MarkReason.BOUNCED);
          return number;
        });
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void a_mark_within_the_hosts_transaction_goes_with_it() throws Exception {
    try (Connection connection = fixture.connect()) {
      connection.setAutoCommit(false);
      marks.joining(connection).mark(Mode.LIVE, anna.get(0), MarkReason.BOUNCED);
      assertThat(marks.joining(connection).find(Mode.LIVE, anna)).hasSize(1);
      connection.rollback();
      assertThat(marks.find(Mode.LIVE, anna)).isEmpty();
      marks.joining(connection).mark(Mode.LIVE, anna.get(0), MarkReason.BOUNCED);
      connection.commit();
    }
    assertThat(marks.find(Mode.LIVE, anna)).hasSize(1);
  }

  @Test
  void nothing_in_the_table_tells_the_address() {
    marks.mark(Mode.LIVE, anna.get(0), MarkReason.BOUNCED);
    String kept = "SELECT CONCAT(HEX(address_hash), mode, reason) FROM travel_address_mark";
    assertThat(fixture.rows().texts(kept).toString())
        .containsIgnoringCase(anna.get(0).hex())
        .doesNotContainIgnoringCase("anna");
  }
}
