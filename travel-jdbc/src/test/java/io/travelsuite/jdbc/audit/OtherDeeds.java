package io.travelsuite.jdbc.audit;

import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcAddressMarks;
import io.travelsuite.jdbc.JdbcPartners;
import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.jdbc.inbox.Deliveries;
import io.travelsuite.notify.address.AddressHash;
import io.travelsuite.notify.address.AddressMarks;
import io.travelsuite.notify.address.MarkReason;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerEndpoints;
import io.travelsuite.notify.webhook.PartnerSender;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Lease;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.Transition;
import io.travelsuite.security.rate.RateStore;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.session.SessionId;
import io.travelsuite.security.session.SessionStore;
import io.travelsuite.security.session.SessionTerms;
import io.travelsuite.security.signin.LoginStore;
import io.travelsuite.security.token.TokenGrant;
import io.travelsuite.security.token.TokenId;
import io.travelsuite.security.token.TokenStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;

/** What changes something of payments, webhooks, sign-in and partners, done once each. */
final class OtherDeeds {

  private static final Money AMOUNT = Money.parse("EUR 10.00");
  private static final SubjectId ANNA = new SubjectId("anna");

  private final Fixture fixture;
  private final JdbcTravel travel;
  private final Deeds deeds;

  OtherDeeds(Fixture fixture, JdbcTravel travel, Deeds deeds) {
    this.fixture = fixture;
    this.travel = travel;
    this.deeds = deeds;
  }

  void add() {
    deeds
        .port(Idempotency.class)
        .because(
            "how far an operation of the host's has come: what it does is recorded where it does it",
            "claim",
            "extend",
            "checkpoint",
            "complete",
            "unknown",
            "release",
            "resume",
            "purge");
    payments();
    webhooks();
    JdbcSecurity security = JdbcSecurity.of(travel, alert -> {});
    tokens(security.tokens());
    sessions(security.sessions());
    logins(security.loginTries());
    deeds.port(RateStore.class).reads("check");
    deeds.port(RateStore.class).because("requests are counted", "take");
    endpoints();
    addresses();
  }

  private void payments() {
    PaymentStore store = JdbcPayments.of(travel);
    Payment payment = payment();
    Operation capture = Operation.planned(payment.reference(), Operation.Kind.CAPTURE, "1", AMOUNT);
    Deeds.Port<PaymentStore> port = deeds.port(PaymentStore.class);
    port.reads("find");
    port.because("when it is looked at again", "due", "checkAgain");
    port.does("open", () -> store.open(payment, Duration.ofMinutes(1)));
    port.does(
        "apply",
        () ->
            store.apply(
                new Fact(
                    "sandbox",
                    Mode.TEST,
                    payment.reference(),
                    "p-1",
                    "o-1",
                    Transition.AUTHORIZED,
                    AMOUNT,
                    null)));
    port.does(
        "claim",
        () -> store.claim(capture, new Lease(Duration.ofMinutes(1), Duration.ofHours(20))));
    port.does("settle", () -> store.settle(capture.state(Operation.State.DONE, null), null));
    port.does("decide", () -> store.decide(payment.reference(), Fate.OPEN, Fate.SOLD));
  }

  private Payment payment() {
    Booking held =
        travel
            .bookings()
            .hold(HoldRequest.of(fixture.open(5), 1).customer(Customer.UNKNOWN))
            .orElseThrow();
    return new Payment(
        new Account(fixture.operator().id(), "sandbox", Mode.TEST),
        "k",
        held.id(),
        AMOUNT,
        new PaymentMethod.Hosted(URI.create("https://shop.example/back")),
        "One seat",
        null);
  }

  private void webhooks() {
    WebhookInbox inbox = JdbcWebhookInbox.of(travel);
    Deeds.Port<WebhookInbox> port = deeds.port(WebhookInbox.class);
    port.reads("dead");
    port.because("what it leads to is recorded by the host's handler", "process");
    port.because("a policy of retention", "purge");
    port.does("receive", () -> inbox.receive(Deliveries.verifier(), Deliveries.of("evt_audited")));
    port.does(
        "replay",
        () -> {
          fixture.rows().update("UPDATE travel_webhook_event SET state = 'DEAD'");
          deeds.mark();
          inbox.replay(inbox.dead(1).get(0).id());
        });
  }

  private void tokens(TokenStore store) {
    TokenGrant grant = new TokenGrant(ANNA, null, Set.of(new Permission("a:b")), "one");
    TokenStore.NewToken first = token("1");
    TokenStore.NewToken second = token("2");
    Deeds.Port<TokenStore> port = deeds.port(TokenStore.class);
    port.reads("find", "list", "olderThan");
    port.because("when it was used last", "used");
    port.because("a policy of retention", "purge");
    port.does("add", () -> store.add(first, grant));
    port.does("replace", () -> store.replace(first.id(), second, Duration.ofHours(1)));
    port.does("revoke", () -> store.revoke(first.id()));
    port.does("revokeAll", () -> store.revokeAll(ANNA));
  }

  private static TokenStore.NewToken token(String digit) {
    return new TokenStore.NewToken(
        new TokenId(UUID.randomUUID()), digit.repeat(64), Duration.ofDays(1));
  }

  private void sessions(SessionStore store) {
    SessionStore.NewSession session =
        new SessionStore.NewSession(
            new SessionId(UUID.randomUUID()), "1".repeat(64), ANNA, "a phone", SessionTerms.STAFF);
    Deeds.Port<SessionStore> port = deeds.port(SessionStore.class);
    port.reads("find", "list");
    port.because("when it was used last", "seen");
    port.because("a policy of retention", "purge");
    port.does("add", () -> store.add(session));
    port.does("rename", () -> store.rename("1".repeat(64), "2".repeat(64)));
    port.does("end", () -> store.end(session.id()));
  }

  private void logins(LoginStore store) {
    Deeds.Port<LoginStore> port = deeds.port(LoginStore.class);
    port.because("tries are counted; they are told to SecurityEvents", "reserve", "giveBack");
    port.because("a policy of retention", "purge");
    port.does("unlock", () -> store.unlock("3".repeat(64)));
  }

  private void endpoints() {
    PartnerSender sender =
        PartnerSender.of(
            (endpoint, number) -> Optional.empty(), TestClock.create(), Egress.DEFAULT);
    PartnerEndpoints endpoints = JdbcPartners.of(travel, sender, alert -> {}).endpoints();
    String url = "https://partner.example/hooks";
    EndpointId id = endpoints.register(fixture.operator().id(), url, Set.of("booking.held")).id();
    Deeds.Port<PartnerEndpoints> port = deeds.port(PartnerEndpoints.class);
    port.reads("find", "of");
    port.does(
        "register", () -> endpoints.register(fixture.operator().id(), url, Set.of("booking.*")));
    port.does("change", () -> endpoints.change(id, url, Set.of("booking.confirmed")));
    port.does("rotate", () -> endpoints.rotate(id, Duration.ofHours(1)));
    port.does("disable", () -> endpoints.disable(id, "asked for"));
    port.does("enable", () -> endpoints.enable(id));
    port.does("remove", () -> endpoints.remove(id));
  }

  private void addresses() {
    AddressMarks marks = JdbcAddressMarks.of(travel);
    AddressHash hash = new AddressHash("a".repeat(64));
    Deeds.Port<AddressMarks> port = deeds.port(AddressMarks.class);
    port.reads("find");
    port.does("mark", () -> marks.mark(Mode.TEST, hash, MarkReason.OPTED_OUT));
    port.does("clear", () -> marks.clear(Mode.TEST, List.of(hash), MarkReason.OPTED_OUT));
  }
}
