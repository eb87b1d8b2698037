import org.jspecify.annotations.NullMarked;

/** Payment providers, the payment ledger and the verification of webhooks. */
@NullMarked
module io.travelsuite.payments {
  requires transitive io.travelsuite.core;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires java.net.http;
  requires java.naming;
  requires transitive java.sql;
  requires java.xml;

  exports io.travelsuite.payments.inbox;
  exports io.travelsuite.payments.webhook;
}
