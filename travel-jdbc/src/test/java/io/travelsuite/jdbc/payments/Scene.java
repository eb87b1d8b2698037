package io.travelsuite.jdbc.payments;

import io.travelsuite.payments.Effect;
import io.travelsuite.payments.Outcome;
import io.travelsuite.payments.PaymentDesk;
import io.travelsuite.payments.PaymentProvider;
import io.travelsuite.payments.Step;
import io.travelsuite.payments.ledger.Payment;
import java.util.UUID;
import java.util.function.Consumer;

/** What a {@link DeadlyProgram} does. */
enum Scene {
  /** Begins to pay. */
  START {
    @Override
    void play(PaymentDesk desk, Payment payment, Alone alone) {
      desk.start(payment);
    }
  },
  /** Takes the customer back from the bank's page. */
  RESUME {
    @Override
    void play(PaymentDesk desk, Payment payment, Alone alone) {
      desk.resume(payment.reference());
    }
  },
  /** Looks at what is due. */
  RECONCILE {
    @Override
    void play(PaymentDesk desk, Payment payment, Alone alone) {
      desk.reconciler().run(10);
    }
  },
  /** The twin: a host that records nothing before it asks the bank. */
  WITHOUT_INTENT {
    @Override
    void play(PaymentDesk desk, Payment payment, Alone alone) {
      alone.charge(payment);
    }
  };

  abstract void play(PaymentDesk desk, Payment payment, Alone alone);

  /** A host that does without a desk. */
  record Alone(PaymentProvider bank, Consumer<Step> steps) {

    private void charge(Payment payment) {
      Payment unrecorded =
          new Payment(
              payment.account(),
              UUID.randomUUID().toString(),
              payment.booking(),
              payment.amount(),
              payment.method(),
              payment.description(),
              payment.customer());
      Outcome.Done done = (Outcome.Done) bank.authorize(unrecorded, UUID.randomUUID().toString());
      String name = done.facts().get(0).payment();
      bank.capture(new Effect(unrecorded, name, unrecorded.amount(), UUID.randomUUID().toString()));
      steps.accept(Step.ANSWERED);
    }
  }
}
