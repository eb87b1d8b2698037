package io.travelsuite.security.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.security.SteppingClock;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.data.MemorySubjectKeys;
import io.travelsuite.security.data.OpenResult;
import io.travelsuite.security.data.PersonalData;
import io.travelsuite.security.data.Samples;
import io.travelsuite.security.data.SubjectKeySettings;
import io.travelsuite.security.data.SubjectKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

  private static final Map<String, String> TEXTS = Map.of("customer_name", "Anna canary-5e1f");

  @TempDir private Path folder;
  private Path file;
  private ErasureJournal journal;
  private final SteppingClock clock = new SteppingClock();
  private final MemorySubjectKeys store = new MemorySubjectKeys();

  @BeforeEach
  void open() {
    file = folder.resolve("erasures");
    journal = new ErasureJournal(file);
  }

  private SubjectKeys keys() {
    return SubjectKeys.of(store, Samples.ring(), SubjectKeySettings.defaults(clock));
  }

  private Erasure erasure() {
    return new Erasure(journal, keys(), List.of(subject -> 2), clock);
  }

  private JournalEntry entry(int subject) {
    return new JournalEntry(Samples.subject(subject), clock.instant());
  }

  private OpenResult read(Map<String, byte[]> fields) {
    return PersonalData.of(keys()).open(Samples.subject(1), Samples.row(1), fields);
  }

  private Map<String, byte[]> sold() {
    return PersonalData.of(keys()).seal(Samples.subject(1), Samples.row(1), TEXTS).orElseThrow();
  }

  @Test
  void who_was_erased_is_erased_again_after_an_older_backup_was_restored() {
    Map<String, byte[]> fields = sold();
    var backup = store.backup();
    assertThat(erasure().erase(Samples.subject(1))).isEqualTo(new Erasure.Report(1, 2, false));
    assertThat(read(fields)).isEqualTo(new OpenResult.Erased());
    store.restore(backup);
    assertThat(erasure().replay()).isEqualTo(new Erasure.Report(1, 2, false));
    assertThat(read(fields)).isEqualTo(new OpenResult.Erased());
  }

  @Test
  void control_a_restored_backup_without_a_replay_is_read_again() {
    Map<String, byte[]> fields = sold();
    var backup = store.backup();
    erasure().erase(Samples.subject(1));
    store.restore(backup);
    assertThat(read(fields).orElseThrow()).isEqualTo(TEXTS);
  }

  @Test
  void what_a_crash_left_behind_the_journal_is_done_by_the_replay() {
    Map<String, byte[]> fields = sold();
    journal.append(entry(1));
    assertThat(read(fields).orElseThrow()).isEqualTo(TEXTS);
    erasure().replay();
    assertThat(read(fields)).isEqualTo(new OpenResult.Erased());
  }

  @Test
  void nothing_is_erased_when_the_journal_can_not_be_written() {
    Map<String, byte[]> fields = sold();
    ErasureJournal nowhere = new ErasureJournal(folder.resolve("none").resolve("erasures"));
    Erasure erasure = new Erasure(nowhere, keys(), List.of(), clock);
    assertThatThrownBy(() -> erasure.erase(Samples.subject(1)))
        .isInstanceOf(JournalException.class);
    assertThat(read(fields).orElseThrow()).isEqualTo(TEXTS);
  }

  @Test
  void a_journal_that_is_not_there_is_empty() {
    assertThat(journal.read()).isEqualTo(new JournalContent(List.of(), false));
  }

  /** Cut at each byte of its last line, as a crash during the write does. */
  @Test
  void a_last_line_that_was_broken_off_is_passed_over_and_cut_away() throws IOException {
    journal.append(entry(1));
    journal.append(entry(2));
    byte[] whole = Files.readAllBytes(file);
    int second = new String(whole, java.nio.charset.StandardCharsets.US_ASCII).indexOf('\n') + 1;
    for (int length = second; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(journal.read()).isEqualTo(new JournalContent(List.of(entry(1)), length > second));
      journal.append(entry(3));
      assertThat(journal.read()).isEqualTo(new JournalContent(List.of(entry(1), entry(3)), false));
    }
  }

  @Test
  void zeros_that_a_crash_left_at_the_end_are_passed_over() throws IOException {
    journal.append(entry(1));
    Files.write(file, new byte[100], StandardOpenOption.APPEND);
    assertThat(journal.read()).isEqualTo(new JournalContent(List.of(entry(1)), true));
  }

  @Test
  void a_line_that_was_altered_taken_out_or_moved_is_an_exception() throws IOException {
    for (int i = 1; i <= 3; i++) {
      journal.append(entry(i));
    }
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length - 1; at++) {
      byte[] altered = whole.clone();
      altered[at] ^= 1;
      Files.write(file, altered);
      assertThatThrownBy(journal::read).as("byte %d", at).isInstanceOf(JournalException.class);
      assertThatThrownBy(() -> journal.append(entry(4))).isInstanceOf(JournalException.class);
    }
    List<String> lines =
        new String(whole, java.nio.charset.StandardCharsets.US_ASCII).lines().toList();
    Files.write(file, List.of(lines.get(0), lines.get(2)));
    assertThatThrownBy(journal::read).hasMessage("line 2 of the journal was altered");
    Files.write(file, List.of(lines.get(1), lines.get(0), lines.get(2)));
    assertThatThrownBy(journal::read).hasMessage("line 1 of the journal was altered");
  }

  @Test
  void threads_take_turns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      DataSubject subject = Samples.subject(i);
      running.add(
          threads.submit(
              () -> {
                start.await();
                journal.append(new JournalEntry(subject, clock.instant()));
                return null;
              }));
    }
    start.countDown();
    for (Future<?> one : running) {
      one.get();
    }
    threads.shutdownNow();
    assertThat(journal.read().entries()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void the_journal_holds_nothing_of_the_person() throws IOException {
    sold();
    erasure().erase(Samples.subject(1));
    assertThat(Files.readString(file)).doesNotContain("Anna", "canary").contains("00000000-");
  }
}
