package io.travelsuite.payments.sandbox;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.Mode;
import io.travelsuite.payments.Effect;
import io.travelsuite.payments.Lookup;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Ledger;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.Totals;
import io.travelsuite.payments.ledger.Transition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/** What follows from a sandbox's books, which the provider guards. */
final class SandboxState {

  private final String name;
  private final SandboxBooks books;

  SandboxState(String name, SandboxBooks books) {
    this.name = name;
    this.books = books;
  }

  /** What was done under the key, now or before. */
  SandboxEntry once(SandboxEntry wanted) {
    Optional<SandboxEntry> before =
        books.entries().stream().filter(entry -> entry.key().equals(wanted.key())).findFirst();
    if (before.isEmpty()) {
      books.append(wanted);
    }
    return before.orElse(wanted);
  }

  /** A refusal where there is not so much to move. */
  SandboxEntry entry(Effect effect, Transition transition, boolean refuse) {
    Totals totals = totals(effect.payment());
    Money left = transition == Transition.REFUNDED ? totals.kept() : totals.uncaptured();
    boolean refused = refuse || effect.amount().isGreaterThan(left);
    String kind = transition.name().toLowerCase(Locale.ROOT);
    return new SandboxEntry(
        refused ? SandboxEntry.What.DECLINED : SandboxEntry.What.FACT,
        effect.key(),
        effect.payment().reference().value(),
        effect.providerPayment(),
        kind + "_" + books.entries().size(),
        transition,
        effect.amount());
  }

  void customer(PaymentReference reference, SandboxEntry.What what, Transition transition) {
    SandboxEntry session =
        of(reference)
            .filter(entry -> entry.what() == SandboxEntry.What.SESSION)
            .findFirst()
            .orElse(null);
    unless(session != null, "reference", reference, "must be of a hosted payment");
    if (session != null && isOpen(reference)) {
      books.append(
          new SandboxEntry(
              what,
              "-",
              reference.value(),
              session.payment(),
              session.payment(),
              transition,
              session.amount()));
    }
  }

  /** The same payment keeps its name, whatever else was begun meanwhile. */
  String paymentOf(String reference) {
    return books.entries().stream()
        .filter(entry -> entry.reference().equals(reference))
        .map(SandboxEntry::payment)
        .findFirst()
        .orElse("sandbox_" + books.entries().size());
  }

  Totals totals(Payment payment) {
    List<Fact> facts =
        of(payment.reference()).filter(SandboxState::isFact).map(this::fact).toList();
    return Ledger.total(payment.amount(), facts);
  }

  List<Fact> facts() {
    return books.entries().stream().filter(SandboxState::isFact).map(this::fact).toList();
  }

  Fact fact(SandboxEntry entry) {
    return new Fact(
        name,
        Mode.TEST,
        new PaymentReference(entry.reference()),
        entry.payment(),
        entry.object(),
        entry.transition(),
        entry.amount(),
        null);
  }

  Lookup lookUp(PaymentReference reference) {
    return of(reference)
        .map(SandboxEntry::payment)
        .findFirst()
        .<Lookup>map(
            payment ->
                new Lookup.Found(
                    payment,
                    of(reference).filter(SandboxState::isFact).map(this::fact).toList(),
                    isOpen(reference)))
        .orElse(new Lookup.Absent());
  }

  private boolean isOpen(PaymentReference reference) {
    return of(reference).allMatch(entry -> entry.what() == SandboxEntry.What.SESSION);
  }

  private Stream<SandboxEntry> of(PaymentReference reference) {
    return books.entries().stream().filter(entry -> entry.reference().equals(reference.value()));
  }

  private static boolean isFact(SandboxEntry entry) {
    return entry.what() == SandboxEntry.What.FACT;
  }
}
