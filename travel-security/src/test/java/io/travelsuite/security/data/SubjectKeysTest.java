package io.travelsuite.security.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.RefusedException;
import io.travelsuite.security.SteppingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SubjectKeysTest {

  private static final Map<String, String> TEXTS =
      Map.of("customer_name", "Anna", "customer_email", "anna@example.org");

  private final SteppingClock clock = new SteppingClock();
  private final MemorySubjectKeys store = new MemorySubjectKeys();
  private final SubjectKeys keys = process();
  private final PersonalData data = PersonalData.of(keys);

  private SubjectKeys process() {
    return SubjectKeys.of(store, Samples.ring(), SubjectKeySettings.defaults(clock));
  }

  @Test
  void a_row_opens_in_another_process() {
    Map<String, byte[]> bytes = data.seal(Samples.subject(1), Samples.row(1), TEXTS).orElseThrow();
    assertThat(data.open(Samples.subject(1), Samples.row(1), bytes).orElseThrow()).isEqualTo(TEXTS);
    OpenResult elsewhere =
        PersonalData.of(process()).open(Samples.subject(1), Samples.row(1), bytes);
    assertThat(elsewhere.orElseThrow()).isEqualTo(TEXTS);
  }

  @Test
  void each_subject_has_keys_of_its_own() {
    Map<String, byte[]> bytes = data.seal(Samples.subject(1), Samples.row(1), TEXTS).orElseThrow();
    keys.findOrCreate(Samples.subject(2));
    assertThatThrownBy(() -> data.open(Samples.subject(2), Samples.row(1), bytes))
        .isInstanceOf(UnreadableFieldException.class);
    DataSubject stranger = new DataSubject(Samples.OTHER, Samples.subject(1).id());
    assertThatThrownBy(() -> data.open(stranger, Samples.row(1), bytes))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void what_was_erased_can_not_be_read_nor_written_again() {
    Map<String, byte[]> bytes = data.seal(Samples.subject(1), Samples.row(1), TEXTS).orElseThrow();
    keys.destroy(Samples.subject(1));
    keys.destroy(Samples.subject(1));
    assertThat(data.open(Samples.subject(1), Samples.row(1), bytes))
        .isEqualTo(new OpenResult.Erased());
    assertThat(data.seal(Samples.subject(1), Samples.row(1), TEXTS))
        .isEqualTo(new SealResult.Erased());
    assertThat(store.find(Samples.subject(1)).orElseThrow().keys()).isEmpty();
    assertThatThrownBy(() -> keys.findOrCreate(Samples.subject(1)).orElseThrow())
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void a_subject_that_was_never_seen_can_be_erased_and_then_gets_no_key() {
    keys.destroy(Samples.subject(5));
    assertThat(keys.findOrCreate(Samples.subject(5)))
        .isInstanceOf(SubjectKeysResult.Destroyed.class);
  }

  @Test
  void another_process_stops_reading_what_was_erased_within_the_ttl() {
    Map<String, byte[]> bytes = data.seal(Samples.subject(1), Samples.row(1), TEXTS).orElseThrow();
    process().destroy(Samples.subject(1));
    clock.pass(Duration.ofSeconds(60));
    assertThat(data.open(Samples.subject(1), Samples.row(1), bytes))
        .isEqualTo(new OpenResult.Erased());
  }

  @Test
  void control_within_the_ttl_the_other_process_still_reads_it() {
    Map<String, byte[]> bytes = data.seal(Samples.subject(1), Samples.row(1), TEXTS).orElseThrow();
    process().destroy(Samples.subject(1));
    assertThat(data.open(Samples.subject(1), Samples.row(1), bytes).orElseThrow()).isEqualTo(TEXTS);
  }

  @Test
  void a_destruction_during_a_load_is_not_overtaken_by_it() {
    ExpiringCache<String, String> cache = new ExpiringCache<>(clock, Duration.ofMinutes(1), 9);
    long mark = cache.mark();
    cache.forget("a");
    cache.put("a", "loaded before", mark);
    assertThat(cache.get("a")).isNull();
    cache.put("a", "loaded after", cache.mark());
    assertThat(cache.get("a")).isEqualTo("loaded after");
  }

  @Test
  void no_more_keys_are_cached_than_was_said() {
    SubjectKeys few =
        SubjectKeys.of(
            store, Samples.ring(), new SubjectKeySettings(clock, Duration.ofMinutes(1), 3));
    for (int i = 0; i < 10; i++) {
      few.findOrCreate(Samples.subject(i));
    }
    assertThat(few.cached()).isEqualTo(3);
  }

  @Test
  void many_at_once_make_one_key() throws Exception {
    Set<Object> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> running = new java.util.ArrayList<>();
    for (int i = 0; i < 8; i++) {
      SubjectKeys own = process();
      running.add(
          threads.submit(
              () -> {
                start.await();
                DataKey key = own.findOrCreate(Samples.subject(1)).orElseThrow().current();
                seen.add(java.util.Arrays.hashCode(key.key().getEncoded()));
                return null;
              }));
    }
    start.countDown();
    for (Future<?> one : running) {
      one.get();
    }
    threads.shutdownNow();
    assertThat(seen).hasSize(1);
  }

  @Test
  void a_wrapped_key_that_is_copied_to_another_subject_does_not_unwrap() {
    keys.findOrCreate(Samples.subject(1));
    SubjectRecord one = store.find(Samples.subject(1)).orElseThrow();
    store.create(new SubjectRecord(Samples.subject(2), 1, one.keys(), null));
    assertThatThrownBy(() -> keys.find(Samples.subject(2)))
        .isInstanceOf(KeyUnavailableException.class);
  }

  @Test
  void a_made_key_is_nothing_until_its_row_is_stored() {
    SubjectKeys.Made made = keys.make(Samples.subject(1));
    assertThat(keys.find(Samples.subject(1))).isEqualTo(new SubjectKeysResult.None());
    Map<String, byte[]> bytes = data.seal(made.keys(), Samples.row(1), TEXTS);
    store.create(made.row());
    assertThat(data.open(Samples.subject(1), Samples.row(1), bytes).orElseThrow()).isEqualTo(TEXTS);
    assertThat(made.toString()).doesNotContain(made.row().keys().get(0).wrapped().text());
  }
}
