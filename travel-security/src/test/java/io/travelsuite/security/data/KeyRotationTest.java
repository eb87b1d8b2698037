package io.travelsuite.security.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.SteppingClock;
import io.travelsuite.security.key.SigningKeys;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyRotationTest {

  private static final int ROWS = 7;
  private static final String JOB = "keys-1";
  private static final Duration TTL = Duration.ofSeconds(10);

  private final SteppingClock clock = new SteppingClock();
  private final SigningKeys roots = SigningKeys.of(Secret.of("0123456789abcdefghijklmnopqrstuv"));
  private final MemorySubjectKeys store = new MemorySubjectKeys();
  private final MemoryRows rows = new MemoryRows(BlindIndex.emails(roots));
  private final MemoryJobs jobs = new MemoryJobs();

  private SubjectKeys process(SubjectKeyStore through, KeyEncryption encryption) {
    return SubjectKeys.of(through, encryption, new SubjectKeySettings(clock, TTL, 100));
  }

  private SubjectKeys process() {
    return process(store, Samples.ring());
  }

  private static String email(int number) {
    return "guest" + number + "@example.org";
  }

  private static DataSubject whose(int row) {
    return Samples.subject(row % 3);
  }

  private void fill() {
    PersonalData data = PersonalData.of(process());
    for (int i = 0; i < ROWS; i++) {
      Map<String, String> texts = Map.of("customer_name", "Guest", MemoryRows.EMAIL, email(i));
      Map<String, byte[]> fields = data.seal(whose(i), Samples.row(i), texts).orElseThrow();
      rows.put(
          new SealedRow(
              whose(i),
              Samples.row(i),
              Samples.row(i).row(),
              fields,
              rows.indexes(Samples.row(i), texts)));
    }
    clock.pass(Duration.ofSeconds(1));
  }

  private void run(KeyRotation rotation) {
    while (!rotation.run(JOB, 2).isDone()) {
      clock.pass(Duration.ofSeconds(5));
      everythingIsRead();
    }
  }

  private void everythingIsRead() {
    PersonalData data = PersonalData.of(process());
    for (int i = 0; i < ROWS; i++) {
      SealedRow row = rows.find(Samples.row(i)).orElseThrow();
      assertThat(data.open(row.subject(), row.place(), row.fields()).orElseThrow())
          .containsEntry(MemoryRows.EMAIL, email(i));
      assertThat(rows.byEmail(email(i)))
          .extracting(SealedRow::place)
          .containsExactly(Samples.row(i));
    }
  }

  private void everythingIsRotated() {
    for (int i = 0; i < 3; i++) {
      assertThat(store.find(Samples.subject(i)).orElseThrow().keys())
          .extracting(StoredKey::id)
          .containsExactly(2);
    }
    for (SealedRow row : rows.all()) {
      assertThat(row.fields().values()).allMatch(f -> FieldCipher.keyId(f).orElse(0) == 2);
    }
  }

  @Test
  void keys_and_indexes_are_rotated_while_everything_is_read() {
    fill();
    roots.rotate(Secret.of("zyxwvutsrqponmlkjihgfedcba9876543210"));
    byte[] before = rows.all().get(0).indexes().get(MemoryRows.EMAIL);
    KeyRotation rotation = new KeyRotation(process(), rows, jobs);
    run(rotation);
    everythingIsRotated();
    assertThat(Arrays.equals(before, rows.all().get(0).indexes().get(MemoryRows.EMAIL))).isFalse();
    JobProgress done = jobs.find(JOB).orElseThrow();
    assertThat(done.counts()).isEqualTo(new JobProgress.Counts(3 + ROWS + 3, 3 + ROWS + 3, 0));
    assertThat(rotation.run(JOB, 2)).isEqualTo(done);
  }

  @Test
  void killed_at_any_step_it_goes_on_and_ends_the_same() {
    int kill = 0;
    boolean survived = false;
    for (; !survived; kill++) {
      KeyRotationTest world = new KeyRotationTest();
      world.fill();
      survived = world.runKilledAt(kill);
      world.everythingIsRead();
      world.run(new KeyRotation(world.process(), world.rows, world.jobs));
      world.everythingIsRead();
      world.everythingIsRotated();
    }
    assertThat(kill).isGreaterThan(60);
  }

  private boolean runKilledAt(int step) {
    Interrupted kill = new Interrupted(step);
    SubjectKeys dying = process(kill.port(SubjectKeyStore.class, store), Samples.ring());
    KeyRotation rotation =
        new KeyRotation(dying, kill.port(SealedRows.class, rows), kill.port(JobStore.class, jobs));
    try {
      while (!rotation.run(JOB, 2).isDone()) {
        clock.pass(Duration.ofSeconds(5));
      }
    } catch (Interrupted.Killed gone) {
      assertThat(kill.survived()).isFalse();
    }
    return kill.survived();
  }

  /** A process whose cache is of before the rotation still seals by the old key. */
  @Test
  void what_another_process_seals_by_its_cached_key_is_not_lost() {
    fill();
    PersonalData late = PersonalData.of(process());
    late.seal(whose(0), Samples.row(0), Map.of("customer_name", "warms the cache"));
    KeyRotation rotation = new KeyRotation(process(), rows, jobs);
    String phase = "KEYS";
    while (phase.equals("KEYS")) {
      phase = rotation.run(JOB, 2).phase();
    }
    Map<String, String> texts = Map.of("customer_name", "Late", MemoryRows.EMAIL, email(0));
    Map<String, byte[]> fields = late.seal(whose(0), Samples.row(0), texts).orElseThrow();
    assertThat(FieldCipher.keyId(fields.get(MemoryRows.EMAIL))).hasValue(1);
    rows.put(rows.find(Samples.row(0)).orElseThrow().with(fields, Map.of()));
    while (!rotation.run(JOB, 2).isDone()) {
      clock.pass(Duration.ofSeconds(5));
    }
    everythingIsRead();
    everythingIsRotated();
  }

  @Test
  void control_sealed_by_the_old_key_after_the_rows_were_done_it_is_lost() {
    fill();
    PersonalData late = PersonalData.of(process());
    Map<String, byte[]> fields =
        late.seal(whose(0), Samples.row(0), Map.of(MemoryRows.EMAIL, email(0))).orElseThrow();
    run(new KeyRotation(process(), rows, jobs));
    PersonalData fresh = PersonalData.of(process());
    assertThatThrownBy(() -> fresh.open(whose(0), Samples.row(0), fields))
        .isInstanceOf(UnreadableFieldException.class);
  }

  @Test
  void a_row_that_does_not_open_keeps_the_old_keys_alive() {
    fill();
    SealedRow good = rows.find(Samples.row(1)).orElseThrow();
    rows.put(good.with(rows.find(Samples.row(2)).orElseThrow().fields(), good.indexes()));
    KeyRotation rotation = new KeyRotation(process(), rows, jobs);
    while (!rotation.run(JOB, 2).isDone()) {
      clock.pass(Duration.ofSeconds(5));
    }
    assertThat(jobs.find(JOB).orElseThrow().counts().failed()).isOne();
    assertThat(store.find(Samples.subject(0)).orElseThrow().keys()).hasSize(2);
  }

  @Test
  void who_is_erased_during_the_rotation_stays_erased() {
    fill();
    KeyRotation rotation = new KeyRotation(process(), rows, jobs);
    rotation.run(JOB, 2);
    process().destroy(Samples.subject(0));
    while (!rotation.run(JOB, 2).isDone()) {
      clock.pass(Duration.ofSeconds(5));
    }
    SealedRow row = rows.find(Samples.row(0)).orElseThrow();
    assertThat(PersonalData.of(process()).open(row.subject(), row.place(), row.fields()))
        .isEqualTo(new OpenResult.Erased());
    assertThat(store.find(Samples.subject(1)).orElseThrow().keys()).hasSize(1);
  }

  /** Another field of the row is written between the job's reading and its writing. */
  @Test
  void a_row_that_is_written_meanwhile_is_sealed_again_as_a_whole() {
    fill();
    PersonalData writer = PersonalData.of(process());
    SealedRows raced =
        new RacedRows(
            rows,
            () -> {
              SealedRow row = rows.find(Samples.row(3)).orElseThrow();
              Map<String, byte[]> fields = new java.util.HashMap<>(row.fields());
              fields.putAll(
                  writer
                      .seal(row.subject(), row.place(), Map.of("customer_name", "Changed"))
                      .orElseThrow());
              rows.put(row.with(fields, row.indexes()));
            });
    KeyRotation rotation = new KeyRotation(process(), raced, jobs);
    while (!rotation.run(JOB, 2).isDone()) {
      clock.pass(Duration.ofSeconds(5));
    }
    everythingIsRead();
    everythingIsRotated();
  }

  /** Lets somebody write right before the first replacement. */
  private static final class RacedRows implements SealedRows {
    private final SealedRows rows;
    private final Runnable race;
    private boolean raced;

    RacedRows(SealedRows rows, Runnable race) {
      this.rows = rows;
      this.race = race;
    }

    @Override
    public List<SealedRow> after(@org.jspecify.annotations.Nullable String cursor, int limit) {
      return rows.after(cursor, limit);
    }

    @Override
    public java.util.Optional<SealedRow> find(RowPlace place) {
      return rows.find(place);
    }

    @Override
    public boolean replace(SealedRow read, SealedRow next) {
      if (!raced && read.place().equals(Samples.row(3))) {
        raced = true;
        race.run();
      }
      return rows.replace(read, next);
    }

    @Override
    public Map<String, byte[]> indexes(RowPlace place, Map<String, String> texts) {
      return rows.indexes(place, texts);
    }
  }
}
