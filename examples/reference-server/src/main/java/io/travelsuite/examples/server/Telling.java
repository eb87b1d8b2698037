package io.travelsuite.examples.server;

import io.travelsuite.examples.server.message.Mails;
import io.travelsuite.examples.server.office.Sales;
import io.travelsuite.examples.server.partner.Outgoing;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.notify.outbox.Subscription;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a server tells by itself when something happens.
 *
 * @param outgoing the relay that hands it over, to partners and to all others
 * @param mails to whoever books, where a mail server is named
 */
record Telling(Outgoing outgoing, Optional<Mails> mails) implements AutoCloseable {

  private static final long REMIND_MILLIS = 30_000;

  static Telling start(Settings settings, Foundation foundation, TicketKeys keys) {
    Stock stock = foundation.stock();
    Optional<Mails> mails = mails(settings, foundation, keys);
    List<Subscription> all = new ArrayList<>(List.of(new Sales(stock).subscription()));
    mails.ifPresent(some -> all.add(some.subscription()));
    Outgoing.Terms terms =
        new Outgoing.Terms(
            RootKeys.of(settings.secrets()),
            Settings.MACHINE,
            settings.running().outside().egress(),
            foundation.monitoring().alerts(),
            foundation.metrics());
    Outgoing outgoing = Outgoing.start(stock, terms, all);
    mails.ifPresent(some -> outgoing.every(REMIND_MILLIS, some::remind));
    return new Telling(outgoing, mails);
  }

  private static Optional<Mails> mails(Settings settings, Foundation foundation, TicketKeys keys) {
    String home = URI.create(settings.web().naming().origin()).getHost();
    return Optional.ofNullable(settings.running().outside().mail())
        .map(
            server ->
                new Mails.Terms(
                    server,
                    keys,
                    home,
                    DemoShop.hashes(settings.secrets()),
                    foundation.monitoring().alerts()))
        .map(terms -> new Mails(foundation.stock(), terms));
  }

  /** Stops: what is being sent is sent to its end. */
  @Override
  public void close() {
    outgoing.close();
    mails.ifPresent(Mails::close);
  }
}
