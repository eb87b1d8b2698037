package io.travelsuite.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertRelayTest {

  private static final RelayRules RULES =
      new RelayRules(Duration.ofMinutes(10), 3, 50, Duration.ofHours(1));

  private final AlertClock clock = new AlertClock();
  private final Counted metrics = new Counted();
  private final List<AlertNotice> told = new ArrayList<>();
  private boolean down;
  private int tried;
  private final AlertRelay relay = AlertRelay.of(RULES, this::send, clock, metrics);

  private void send(AlertNotice notice) throws IOException {
    tried++;
    if (down) {
      throw new IOException("nobody there");
    }
    told.add(notice);
  }

  private static Alert alert(String rule, Object subject) {
    return new Alert(rule, Alert.Severity.WARNING, String.valueOf(subject), "look");
  }

  @Test
  void a_thousand_equal_alerts_are_one_and_a_count() {
    for (int i = 0; i < 1_000; i++) {
      relay.offer(alert("authn.guessing", "anna"));
      relay.run();
    }
    assertThat(told).extracting(AlertNotice::count).containsExactly(1L);
    clock.pass(RULES.window());
    relay.run();
    assertThat(told).extracting(AlertNotice::count).containsExactly(1L, 999L);
    clock.pass(RULES.window());
    relay.run();
    assertThat(told).hasSize(2);
    assertThat(metrics.counts).containsEntry("travel.alert.offered", 1_000L);
  }

  @Test
  void what_is_about_something_else_or_graver_is_told_beside_it() {
    relay.offer(alert("a", "x"));
    relay.offer(alert("a", "y"));
    relay.offer(new Alert("a", Alert.Severity.CRITICAL, "x", "look"));
    assertThat(relay.run()).isEqualTo(3);
  }

  @Test
  void control_a_plain_sink_tells_each_of_them() {
    List<Alert> all = new ArrayList<>();
    AlertSink plain = all::add;
    IntStream.range(0, 1_000).forEach(i -> plain.offer(alert("authn.guessing", "anna")));
    assertThat(all).hasSize(1_000);
  }

  @Test
  void a_flood_is_told_by_its_first_and_one_with_how_many_there_were() {
    IntStream.range(0, 40).forEach(i -> relay.offer(alert("excess.rate", i)));
    relay.offer(new Alert("money", Alert.Severity.CRITICAL, "p1", "look")); // not held back by it
    assertThat(relay.run()).isEqualTo(4);
    clock.pass(RULES.window());
    relay.run();
    assertThat(told).hasSize(5);
    assertThat(told.get(4).alert().rule()).isEqualTo("alert.flood");
    assertThat(told.get(4).alert().text()).startsWith("37 more alerts");
    assertThat(metrics.counts).containsEntry("travel.alert.held-back", 37L);
  }

  @Test
  void while_nobody_can_be_told_it_is_tried_again_with_growing_pauses() {
    down = true;
    relay.offer(alert("a", 1));
    relay.offer(alert("a", 2));
    for (int second = 0; second < 600; second++) {
      relay.run();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(tried).isBetween(8, 11); // after 1, 2, 4 … 256, 300 seconds
    assertThat(relay.waiting()).hasSize(2);
    down = false;
    clock.pass(Duration.ofMinutes(5));
    assertThat(relay.run()).isEqualTo(2);
    assertThat(told).extracting(notice -> notice.alert().subject()).containsExactly("1", "2");
    assertThat(metrics.levels).containsEntry("travel.alert.waiting", 0.0);
  }

  @Test
  void what_could_not_be_told_in_time_is_given_up() {
    down = true;
    relay.offer(alert("a", 1));
    relay.run();
    clock.pass(RULES.window().plus(RULES.keptFor()));
    down = false;
    assertThat(relay.run()).isZero();
    assertThat(relay.waiting()).isEmpty();
    assertThat(metrics.counts).containsEntry("travel.alert.given-up", 1L);
  }

  @Test
  void memory_is_bounded_whatever_is_offered() {
    RelayRules many = new RelayRules(Duration.ofMinutes(10), 10_000, 50, Duration.ofHours(1));
    AlertRelay full = AlertRelay.of(many, this::send, clock, metrics);
    IntStream.range(0, 10_000).forEach(i -> full.offer(alert("excess.rate", i)));
    assertThat(full.waiting()).hasSize(50);
  }

  @Test
  void a_channel_that_offers_an_alert_itself_does_not_stand_in_its_own_way() {
    List<AlertRelay> self = new ArrayList<>();
    AlertRelay looping =
        AlertRelay.of(RULES, notice -> self.get(0).offer(alert("again", "me")), clock, metrics);
    self.add(looping);
    looping.offer(alert("a", 1));
    assertThat(looping.run()).isEqualTo(2);
  }
}
