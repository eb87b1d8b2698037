package io.travelsuite.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private final AlertClock clock = new AlertClock();
  private final Counted metrics = new Counted();
  private boolean down;
  private int beats;
  private final Heartbeat heartbeat =
      new Heartbeat(Duration.ofMinutes(1), this::beat, clock, metrics);

  private void beat() throws IOException {
    beats++;
    if (down) {
      throw new IOException("nobody there");
    }
  }

  @Test
  void it_beats_once_an_interval_however_often_it_is_called() {
    for (int second = 0; second < 180; second++) {
      heartbeat.run();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(beats).isEqualTo(3);
  }

  @Test
  void one_that_failed_is_repeated_and_does_not_count_as_answered() {
    assertThat(heartbeat.lastAnswered()).isEqualTo(Instant.EPOCH);
    heartbeat.run();
    Instant answered = clock.instant();
    down = true;
    clock.pass(Duration.ofMinutes(1));
    assertThat(heartbeat.run()).isFalse();
    assertThat(heartbeat.run()).isFalse();
    assertThat(beats).isEqualTo(3);
    assertThat(heartbeat.lastAnswered()).isEqualTo(answered);
    assertThat(metrics.counts).containsEntry("travel.heartbeat.failed", 2L);
    down = false;
    assertThat(heartbeat.run()).isTrue();
    assertThat(heartbeat.lastAnswered()).isEqualTo(clock.instant());
  }
}
