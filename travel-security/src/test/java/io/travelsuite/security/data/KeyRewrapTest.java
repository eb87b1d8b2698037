package io.travelsuite.security.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.security.SteppingClock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyRewrapTest {

  private static final KeyRing OLD = KeyRing.of("a", Map.of("a", Samples.key(1)));
  private static final KeyRing BOTH =
      KeyRing.of("b", Map.of("a", Samples.key(1), "b", Samples.key(2)));
  private static final KeyRing NEW = KeyRing.of("b", Map.of("b", Samples.key(2)));

  private final SteppingClock clock = new SteppingClock();
  private final MemorySubjectKeys store = new MemorySubjectKeys();
  private final MemoryJobs jobs = new MemoryJobs();

  private SubjectKeys keys(SubjectKeyStore through, KeyEncryption encryption) {
    return SubjectKeys.of(through, encryption, SubjectKeySettings.defaults(clock));
  }

  private Map<Integer, byte[]> fill() {
    Map<Integer, byte[]> made = new TreeMap<>();
    SubjectKeys old = keys(store, OLD);
    for (int i = 0; i < 5; i++) {
      made.put(i, bytes(old.findOrCreate(Samples.subject(i))));
    }
    old.destroy(Samples.subject(4));
    return made;
  }

  private static byte[] bytes(SubjectKeysResult result) {
    return result.orElseThrow().current().key().getEncoded();
  }

  @Test
  void killed_at_any_step_it_goes_on_and_the_new_key_alone_reads_all() {
    boolean survived = false;
    int kill = 0;
    for (; !survived; kill++) {
      KeyRewrapTest world = new KeyRewrapTest();
      Map<Integer, byte[]> made = world.fill();
      survived = world.runKilledAt(kill);
      toTheEnd(new KeyRewrap(world.keys(world.store, BOTH), world.jobs));
      for (int i = 0; i < 4; i++) {
        SubjectKeysResult found = world.keys(world.store, NEW).find(Samples.subject(i));
        assertThat(bytes(found)).isEqualTo(made.get(i));
      }
      assertThat(world.store.find(Samples.subject(4)).orElseThrow().isDestroyed()).isTrue();
    }
    assertThat(kill).isGreaterThan(15);
  }

  private static void toTheEnd(KeyRewrap job) {
    boolean done = false;
    while (!done) {
      done = job.run("rewrap", 2).isDone();
    }
  }

  private boolean runKilledAt(int step) {
    Interrupted kill = new Interrupted(step);
    SubjectKeys dying = keys(kill.port(SubjectKeyStore.class, store), BOTH);
    KeyRewrap job = new KeyRewrap(dying, kill.port(JobStore.class, jobs));
    try {
      toTheEnd(job);
    } catch (Interrupted.Killed gone) {
      assertThat(kill.survived()).isFalse();
    }
    return kill.survived();
  }

  @Test
  void control_without_the_job_the_new_key_alone_reads_nothing() {
    fill();
    assertThatThrownBy(() -> keys(store, NEW).find(Samples.subject(0)))
        .isInstanceOf(KeyUnavailableException.class);
  }

  @Test
  void a_key_that_nobody_can_unwrap_is_counted_and_the_others_are_done() {
    fill();
    keys(store, KeyRing.of("lost", Map.of("lost", Samples.key(7))))
        .findOrCreate(Samples.subject(9));
    KeyRewrap job = new KeyRewrap(keys(store, BOTH), jobs);
    JobProgress done = job.run("rewrap", 100);
    assertThat(done.counts()).isEqualTo(new JobProgress.Counts(6, 4, 1));
    assertThat(done.isDone()).isTrue();
  }
}
