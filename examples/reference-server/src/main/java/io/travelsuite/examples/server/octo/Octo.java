package io.travelsuite.examples.server.octo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.InstantSource;

/** Everything that the endpoints are made of, put together once. */
record Octo(
    JdbcTravel travel,
    HostTransactions transactions,
    ReservationTable table,
    Products products,
    BookingAnswers answers,
    Fingerprints fingerprints,
    InstantSource clock) {

  static Octo of(OctoApi.Parts parts) {
    ObjectMapper json = Json.mapper();
    JdbcTravel travel = parts.travel();
    Products products = new Products(travel, parts.catalogue());
    return new Octo(
        travel,
        HostTransactions.of(travel),
        new ReservationTable(
            new DetailsTexts(json, parts.catalogue().operator().id(), parts.keys())),
        products,
        new BookingAnswers(products, new Slots(travel)),
        new Fingerprints(json, parts.keys()),
        parts.clock());
  }
}
