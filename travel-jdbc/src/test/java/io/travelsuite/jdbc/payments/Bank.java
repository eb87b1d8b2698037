package io.travelsuite.jdbc.payments;

import io.travelsuite.Mode;
import io.travelsuite.payments.Effect;
import io.travelsuite.payments.Lookup;
import io.travelsuite.payments.Outcome;
import io.travelsuite.payments.PaymentProvider;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.sandbox.SandboxProvider;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sandbox as it is, and as a careless host would ask it. */
enum Bank {
  /** Asked under the keys it is given. */
  CAREFUL {
    @Override
    PaymentProvider over(SandboxProvider sandbox) {
      return sandbox;
    }
  },
  /** Asked under a new key each time. */
  RANDOM_KEYS {
    @Override
    PaymentProvider over(SandboxProvider sandbox) {
      return new Random(sandbox);
    }
  };

  abstract PaymentProvider over(SandboxProvider sandbox);

  private record Random(SandboxProvider sandbox) implements PaymentProvider {

    private static String key() {
      return UUID.randomUUID().toString();
    }

    private static Effect anew(Effect effect) {
      return new Effect(effect.payment(), effect.providerPayment(), effect.amount(), key());
    }

    @Override
    public String name() {
      return sandbox.name();
    }

    @Override
    public Mode mode() {
      return sandbox.mode();
    }

    @Override
    public Outcome authorize(Payment payment, String key) {
      return sandbox.authorize(payment, key());
    }

    @Override
    public Outcome capture(Effect effect) {
      return sandbox.capture(anew(effect));
    }

    @Override
    public Outcome voidAuthorization(Effect effect) {
      return sandbox.voidAuthorization(anew(effect));
    }

    @Override
    public Outcome refund(Effect effect) {
      return sandbox.refund(anew(effect));
    }

    @Override
    public Lookup lookUp(Payment payment, @Nullable String providerPayment) {
      return sandbox.lookUp(payment, providerPayment);
    }
  }
}
