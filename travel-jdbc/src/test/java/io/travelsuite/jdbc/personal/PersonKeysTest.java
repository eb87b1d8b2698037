package io.travelsuite.jdbc.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.jdbc.JdbcPersonalData;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.PersonalDataKeys;
import io.travelsuite.jdbc.crash.ChildJvm;
import io.travelsuite.security.data.JobProgress;
import io.travelsuite.security.key.SigningKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys are changed while bookings are read and made. */
class PersonKeysTest extends PersonalSuite {

  private static final int BOOKINGS = 30;

  private final SigningKeys root = SigningKeys.of(PersonalKeys.ROOT);
  private final List<Booking> sold = new ArrayList<>();

  private void sell() {
    for (int i = 0; i < BOOKINGS; i++) {
      sold.add(hold(ADA));
    }
  }

  private JdbcPersonalData with(PersonalDataKeys keys) {
    travel = JdbcTravel.builder(fixture.dataSource()).personalData(keys).build();
    return JdbcPersonalData.of(travel);
  }

  private JobProgress finish(String job) {
    JobProgress progress;
    do {
      clock.advance(Duration.ofMinutes(1));
      progress = personal.rotate(job, 7);
    } while (!progress.isDone());
    return progress;
  }

  private void assertAllIsRead() {
    assertThat(ada()).hasSize(sold.size());
    assertThat(sold).allMatch(one -> travel.bookings().find(one.id()).orElseThrow().equals(one));
  }

  @Test
  void rows_are_found_by_both_roots_of_the_indexes_until_all_have_the_next_one() {
    sell();
    personal = with(PersonalDataKeys.of(PersonalKeys.ring("a"), root, clock));
    root.rotate(PersonalKeys.NEXT_ROOT);
    assertAllIsRead();
    sold.add(hold(ADA));
    assertAllIsRead();

    assertThat(finish("indexes").counts().failed()).isZero();

    personal =
        with(
            PersonalDataKeys.of(
                PersonalKeys.ring("a"), SigningKeys.of(PersonalKeys.NEXT_ROOT), clock));
    assertAllIsRead();
  }

  @Test
  void a_rotation_leaves_one_new_key_a_person_and_is_in_the_audit_log() {
    sell();
    List<String> before = keys();

    JobProgress done = finish("keys");

    assertThat(done.counts().failed()).isZero();
    assertThat(keys()).hasSize(BOOKINGS).doesNotContainAnyElementsOf(before);
    assertThat(keys()).allMatch(text -> text.startsWith("2 ") && text.lines().count() == 1);
    assertAllIsRead();
    assertThat(
            fixture
                .rows()
                .texts(
                    "SELECT detail FROM travel_audit WHERE action = 'keys.rotation' ORDER BY id"))
        .hasSize(5)
        .last()
        .asString()
        .contains("DONE");
  }

  private List<String> keys() {
    return fixture.rows().texts("SELECT keys_text FROM travel_subject_key");
  }

  @Test
  void keys_are_wrapped_anew_and_the_old_wrapping_key_is_needed_no_longer() {
    sell();
    personal = with(PersonalDataKeys.of(PersonalKeys.ring("b"), root, clock));

    while (!personal.rewrap("rewrap", 7).isDone()) {
      assertAllIsRead();
    }

    assertThat(keys()).hasSize(BOOKINGS).allMatch(text -> text.startsWith("1 b "));
    assertAllIsRead();
  }

  @Test
  void a_rotation_whose_process_is_killed_is_gone_on_with_by_another() throws IOException {
    sell();
    List<String> printed;
    try (ChildJvm child =
        ChildJvm.start(RotatingProgram.class, List.of(fixture.schema().jdbcUrl(), "killed"))) {
      printed = child.killAt(line -> line.equals("ROWS " + (BOOKINGS + 5)));
    }
    assertThat(printed).anyMatch(line -> line.startsWith("KEYS"));
    assertAllIsRead();
    assertThat(fixture.rows().texts("SELECT phase FROM travel_personal_job WHERE job = 'killed'"))
        .containsAnyOf("ROWS", "RETIRE");

    clock.advance(RotatingProgram.LATER);
    JobProgress done = finish("killed");

    assertThat(done.counts().failed()).isZero();
    assertThat(keys()).allMatch(text -> text.startsWith("2 ") && text.lines().count() == 1);
    assertAllIsRead();
  }
}
