import org.jspecify.annotations.NullMarked;

/** Selling seats on dated departures: the domain, its answers and the ports. */
@NullMarked
module io.travelsuite.core {
  requires static transitive org.jspecify;
  requires transitive org.joda.money;

  exports io.travelsuite;
  exports io.travelsuite.alert;
  exports io.travelsuite.booking;
  exports io.travelsuite.idempotency;
  exports io.travelsuite.idempotency.http;
  exports io.travelsuite.integrity;
  exports io.travelsuite.inventory;
  exports io.travelsuite.metric;
  exports io.travelsuite.price;
  exports io.travelsuite.sale;
  exports io.travelsuite.seat;
  exports io.travelsuite.secret;
  exports io.travelsuite.schedule;
  exports io.travelsuite.search;
  exports io.travelsuite.webhook;
}
