import org.jspecify.annotations.NullMarked;

/** Payment providers, the payment ledger and the verification of webhooks. */
@NullMarked
module io.travelsuite.payments {
  requires transitive io.travelsuite.core;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires transitive java.net.http;
  requires java.naming;
  requires transitive java.sql;
  requires java.xml;

  exports io.travelsuite.payments;
  exports io.travelsuite.payments.inbox;
  exports io.travelsuite.payments.ledger;
  exports io.travelsuite.payments.mollie;
  exports io.travelsuite.payments.sandbox;
  exports io.travelsuite.payments.stripe;
  exports io.travelsuite.payments.watch;
  exports io.travelsuite.payments.webhook;
}
