package io.travelsuite.payments.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.payments.Effect;
import io.travelsuite.payments.Lookup;
import io.travelsuite.payments.Outcome;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

  private static final Money PRICE = Money.parse("EUR 10.00");

  @TempDir Path folder;

  private final Payment payment =
      new Payment(
          new Account(new OperatorId(new UUID(1, 1)), "sandbox", Mode.TEST),
          "k",
          new BookingId(new UUID(2, 2)),
          PRICE,
          new PaymentMethod.Token("tok", URI.create("https://shop.example/")),
          "x",
          null);

  private SandboxProvider sandbox() {
    return new SandboxProvider(SandboxBooks.inFile(folder.resolve("books")));
  }

  private Effect effect(String key) {
    return new Effect(payment, "sandbox_0", PRICE, key);
  }

  @Test
  void books_in_a_file_outlive_the_provider_and_a_torn_last_line_never_happened()
      throws IOException {
    Outcome first = sandbox().authorize(payment, "a");
    assertThat(sandbox().authorize(payment, "a")).isEqualTo(first);
    sandbox().capture(effect("c"));
    Path books = folder.resolve("books");
    Files.write(books, "FACT\tr\tpay_".getBytes(UTF_8), StandardOpenOption.APPEND);
    assertThat(sandbox().charges(payment.reference())).isEqualTo(1);
    assertThat(sandbox().refund(effect("r"))).isInstanceOf(Outcome.Done.class);
    assertThat(sandbox().charged(payment).isZero()).isTrue();
    assertThat(Files.readAllLines(books)).hasSize(3);
  }

  @Test
  void it_never_moves_more_than_there_is_and_does_a_key_once() {
    SandboxProvider sandbox = sandbox();
    sandbox.authorize(payment, "a");
    assertThat(sandbox.capture(effect("c1"))).isEqualTo(sandbox.capture(effect("c1")));
    assertThat(sandbox.capture(effect("c2"))).isInstanceOf(Outcome.Declined.class);
    assertThat(sandbox.refund(effect("r1"))).isInstanceOf(Outcome.Done.class);
    assertThat(sandbox.refund(effect("r2"))).isInstanceOf(Outcome.Declined.class);
  }

  @Test
  void it_does_what_it_is_told() {
    SandboxProvider sandbox = sandbox();
    assertThat(sandbox.lookUp(payment, null)).isInstanceOf(Lookup.Absent.class);
    sandbox.next(SandboxCall.AUTHORIZE, Behaviour.TIME_OUT_BEFORE, Behaviour.ARRIVE_LATE);
    assertThat(sandbox.authorize(payment, "a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(sandbox.authorize(payment, "a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(sandbox.webhooks()).isEmpty();
    sandbox.arrive();
    assertThat(sandbox.webhooks()).hasSize(1);
    sandbox.next(SandboxCall.CAPTURE, Behaviour.DECLINE);
    assertThat(sandbox.capture(effect("c1"))).isInstanceOf(Outcome.Declined.class);
    assertThat(sandbox.capture(effect("c1"))).isInstanceOf(Outcome.Declined.class);
    assertThat(sandbox.capture(effect("c2"))).isInstanceOf(Outcome.Done.class);
    List<Fact> hostile = sandbox.hostileWebhooks(7);
    assertThat(hostile).isEqualTo(sandbox.hostileWebhooks(7));
    assertThat(new HashSet<>(hostile)).containsExactlyInAnyOrderElementsOf(sandbox.webhooks());
  }
}
