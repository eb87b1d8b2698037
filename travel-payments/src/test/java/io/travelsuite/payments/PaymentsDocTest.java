package io.travelsuite.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.mollie.MollieProvider;
import io.travelsuite.payments.sandbox.Behaviour;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxCall;
import io.travelsuite.payments.sandbox.SandboxProvider;
import io.travelsuite.payments.stripe.StripeProvider;
import io.travelsuite.payments.watch.PaymentWatch;
import io.travelsuite.payments.watch.WatchRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The samples of docs/payments.md, which are run here and compared with it line by line. */
class PaymentsDocTest {

  private static final Pattern SAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private final Shop shop = new Shop();
  private final Bookings bookings = shop.bookings;
  private final PaymentStore store = shop.store;
  private final PaymentProvider provider = shop.bank;
  private final Clock clock = shop.clock;
  private final AlertSink alerts = shop.alerts::add;
  private URI sentTo;

  private void sendTo(URI address) {
    sentTo = address;
  }

  private static void show(Booking booking) {
    assertThat(booking).isNotNull();
  }

  private PaymentDesk desk() {
    PaymentDesk desk =
        PaymentDesk.builder(bookings, store, provider)
            .alerts(alerts)
            .observer(new PaymentWatch(WatchRules.DEFAULT, clock, alerts))
            .build();
    return desk;
  }

  private Payment pay(PaymentDesk desk, Booking booking, Money price) {
    Account account = new Account(booking.operator(), provider.name(), provider.mode());
    PaymentMethod method = new PaymentMethod.Hosted(URI.create("https://shop.example/back"));
    Payment payment =
        new Payment(account, "order-4711", booking.id(), price, method, "Two seats", "customer-9");
    PayResult result = desk.start(payment).orElseThrow();
    if (result instanceof PayResult.AwaitingCustomer awaiting) {
      sendTo(awaiting.redirect());
    } else if (result instanceof PayResult.Paid paid) {
      show(paid.booking());
    }
    return payment;
  }

  @Test
  void the_samples_do_what_the_text_says() {
    PaymentDesk desk = desk();
    Payment payment = pay(desk, shop.hold(), Shop.PRICE);
    assertThat(sentTo).isNotNull();
    shop.bank.customerPays(payment.reference());
    String parameter = payment.reference().value();
    Optional<PayResult> how = desk.resume(new PaymentReference(parameter));
    assertThat(how.orElseThrow()).isInstanceOf(PayResult.Paid.class);
    RefundResult refunded = desk.refund(payment.reference(), Money.parse("EUR 20.00"), "refund-1");
    assertThat(refunded).isInstanceOf(RefundResult.Refunded.class);
    while (desk.reconciler().run(100) == 100) {}
    assertThat(shop.stored(payment).fate()).isEqualTo(Fate.SOLD);
    assertThat(shop.alerts).isEmpty();
  }

  @Test
  void the_sandbox_loses_an_answer_as_it_is_told() {
    SandboxProvider sandbox = new SandboxProvider(SandboxBooks.inMemory());
    sandbox.next(SandboxCall.CAPTURE, Behaviour.TIME_OUT_AFTER);
    assertThat(sandbox.webhooks()).isEmpty();
  }

  /** Compiled; their providers have tests of their own. */
  void others(PaymentDesk desk, PaymentDeskBuilder builder, StripeProvider stripe) {
    byte[] verifiedBody = new byte[0];
    for (Fact fact : stripe.facts(verifiedBody)) {
      desk.apply(fact);
    }
    builder.orphans(orphan -> OrphanHook.Choice.KEEP);
  }

  /** Compiled, as above. */
  void others(PaymentDesk desk, MollieProvider mollie, Fact fact, String changed) {
    store.apply(fact);
    if (mollie.fetch(changed) instanceof Lookup.Found found) {
      found.facts().forEach(desk::apply);
    }
  }

  @Test
  void every_sample_of_the_text_is_here() throws IOException {
    Path here = Path.of("src/test/java/io/travelsuite/payments/PaymentsDocTest.java");
    String source = stripped(Files.readString(here));
    String text = Files.readString(Path.of("../docs/payments.md"));
    List<String> samples = SAMPLE.matcher(text).results().map(this::sample).toList();
    assertThat(samples).hasSizeGreaterThan(7).allMatch(source::contains);
  }

  private String sample(MatchResult found) {
    return stripped(found.group(1));
  }

  private static String stripped(String text) {
    return text.replaceAll("\\s+", "");
  }
}
