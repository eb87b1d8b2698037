package io.travelsuite.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SandboxChannelTest {

  private final CaptureChannel capture = CaptureChannel.of("email", 100);

  private static Message message(String key, String to) {
    Content content =
        new Content("Your trip", "Hello", "<html><BODY class='x'><p>Hello", List.of());
    return new Message(key, Mode.LIVE, to, Locale.ENGLISH, content);
  }

  @Test
  void everything_goes_to_one_address_with_a_short_mark() {
    Channel sandbox = SandboxChannel.of(capture, "team@acme.example", Deployment.SANDBOX);
    sandbox.send(message("k1", "anna@example.org"));
    sandbox.send(message("k2", "bert@example.org"));
    assertThat(sandbox.name()).isEqualTo("email");
    List<Message> sent = capture.messages();
    assertThat(sent).extracting(Message::to).containsOnly("team@acme.example");
    assertThat(sent).extracting(Message::key).containsExactly("k1", "k2");
    assertThat(sent)
        .extracting(each -> each.content().subject())
        .doesNotHaveDuplicates()
        .allMatch(subject -> subject.matches("\\[sandbox [0-9a-f]{4}] Your trip"));
    assertThat(sent)
        .allSatisfy(
            each -> {
              assertThat(each.content().text()).matches("\\[sandbox [0-9a-f]{4}] Hello");
              assertThat(each.content().html())
                  .matches("<html><BODY class='x'><p>\\[sandbox [0-9a-f]{4}]</p><p>Hello");
              assertThat(each.content().text() + each.content().html())
                  .doesNotContain("anna", "bert");
            });
  }

  @Test
  void what_has_no_subject_and_no_page_gets_none() {
    SandboxChannel.of(capture, "+4915112345678", Deployment.SANDBOX)
        .send(new Message("k", Mode.LIVE, "+4915187654321", Locale.ENGLISH, Content.text("Hi")));
    Content sent = capture.messages().get(0).content();
    assertThat(sent.subject()).isEmpty();
    assertThat(sent.html()).isNull();
  }

  @Test
  void production_does_not_start_with_it() {
    assertThatThrownBy(() -> SandboxChannel.of(capture, "team@acme.example", Deployment.PRODUCTION))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("production");
  }

  @Test
  void a_capture_keeps_each_key_once_and_the_last_ones_alone() {
    CaptureChannel small = CaptureChannel.of("email", 2);
    for (String key : List.of("k1", "k2", "k2", "k3")) {
      assertThat(small.send(message(key, "anna@example.org"))).isEqualTo(new SendResult.Sent(key));
    }
    assertThat(small.messages()).extracting(Message::key).containsExactly("k2", "k3");
    assertThat(small.repeats()).isEqualTo(1);
    assertThat(small.last("anna@example.org"))
        .hasValueSatisfying(last -> assertThat(last.key()).isEqualTo("k3"));
    small.clear();
    assertThat(small.messages()).isEmpty();
  }

  @Test
  void a_capture_answers_as_it_is_told_and_keeps_what_it_sent() {
    CaptureChannel failing =
        capture.answering(message -> new SendResult.Failed("connection", null));
    assertThat(failing.send(message("k", "anna@example.org")))
        .isEqualTo(new SendResult.Failed("connection", null));
    assertThat(failing.messages()).isEmpty();
  }

  @Test
  void a_capture_may_be_used_by_many() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 800; i++) {
      String key = "k" + i % 100;
      callers.execute(() -> capture.send(message(key, "anna@example.org")));
    }
    callers.shutdown();
    assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(capture.messages()).hasSize(100);
    assertThat(capture.repeats()).isEqualTo(700);
  }
}
