package io.travelsuite.payments;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.booking.Bookings;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.StoredPayment;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes a {@link PaymentDesk}. Not thread-safe. */
public final class PaymentDeskBuilder {

  private final Bookings bookings;
  private final PaymentStore store;
  private final PaymentProvider provider;
  private Duration lease = Duration.ofMinutes(1);
  private int mostLooks = 20;
  private OrphanHook orphans = payment -> OrphanHook.Choice.GIVE_BACK;
  private AlertSink alerts = AlertSink.none();
  private BiConsumer<StoredPayment, Fact> observer = (payment, fact) -> {};
  private Consumer<Step> steps = step -> {};

  PaymentDeskBuilder(Bookings bookings, PaymentStore store, PaymentProvider provider) {
    this.bookings = bookings;
    this.store = store;
    this.provider = provider;
  }

  /**
   * How long an operation belongs to who sends it; after that it is taken for dead and sent again
   * under the same key. More than the provider's time-out.
   *
   * @param time 1 second to 1 hour; 1 minute by default
   * @return this
   */
  public PaymentDeskBuilder lease(Duration time) {
    unless(
        time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(Duration.ofHours(1)) <= 0,
        "lease",
        time,
        "must be 1 second to 1 hour");
    lease = time;
    return this;
  }

  /**
   * How often the reconciler looks at a payment of which it learns nothing new. The first waits are
   * a lease and its double, the last ones 6 hours.
   *
   * @param times 1 to 1,000; 20 by default, which is about 3 days
   * @return this
   */
  public PaymentDeskBuilder mostLooks(int times) {
    unless(times >= 1 && times <= 1000, "mostLooks", times, "must be 1 to 1,000");
    mostLooks = times;
    return this;
  }

  /**
   * What becomes of money without seats.
   *
   * @param hook asked for each; by default the money goes back
   * @return this
   */
  public PaymentDeskBuilder orphans(OrphanHook hook) {
    orphans = hook;
    return this;
  }

  /**
   * Where it is told what somebody must look at: orphaned payments, facts that do not fit, payments
   * nothing is learned of.
   *
   * @param sink none by default
   * @return this
   */
  public PaymentDeskBuilder alerts(AlertSink sink) {
    alerts = sink;
    return this;
  }

  /**
   * Who is shown each fact once it is stored, for example {@link
   * io.travelsuite.payments.watch.PaymentWatch}. A fact may be shown more than once or, after a
   * crash, not at all.
   *
   * @param watcher quick, and must not throw
   * @return this
   */
  public PaymentDeskBuilder observer(BiConsumer<StoredPayment, Fact> watcher) {
    observer = watcher;
    return this;
  }

  /**
   * For tests: told of every boundary between two steps, where it may end the process or throw.
   *
   * @param listener told of each
   * @return this
   */
  public PaymentDeskBuilder steps(Consumer<Step> listener) {
    steps = listener;
    return this;
  }

  /** {@return the desk} */
  public PaymentDesk build() {
    return new PaymentDesk(
        new PaymentDesk.Settings(
            bookings, store, provider, lease, mostLooks, orphans, alerts, observer, steps));
  }
}
