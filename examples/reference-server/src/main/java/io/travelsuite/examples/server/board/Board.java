package io.travelsuite.examples.server.board;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.office.Office;
import io.travelsuite.examples.server.page.Pages;
import io.travelsuite.examples.server.signin.Staff;
import io.travelsuite.examples.server.signin.StaffSessions;
import io.travelsuite.examples.server.store.Stock;
import java.util.List;
import java.util.stream.Stream;

/** The pages of those who work here, put together. Thread-safe. */
public final class Board {

  private final Parts parts;
  private final DoorPage door;
  private final List<Endpoint> table;

  /**
   * What the pages stand on.
   *
   * @param stock what is sold
   * @param office what operators do
   * @param staff who may do what
   * @param sessions who is signed in
   * @param pages show what they are given
   */
  public record Parts(
      Stock stock, Office office, Staff staff, StaffSessions sessions, Pages pages) {}

  /**
   * Pages.
   *
   * @param parts what they stand on
   */
  public Board(Parts parts) {
    this.parts = parts;
    door = new DoorPage(parts.sessions(), parts.pages());
    table =
        Stream.of(
                new BoardPage(parts.stock()).table(),
                new DeparturePage(parts.stock(), parts.office()).table(),
                new GatePage(parts.stock(), parts.office()).table(),
                new BookingPage(parts.stock(), parts.office()).table(),
                new RefundPage(parts.office(), parts.staff()).table(),
                new SalesPage(parts.stock(), parts.office().sales()).table())
            .flatMap(List::stream)
            .toList();
  }

  /** {@return the files that these pages load, as resources of the server} */
  public static List<String> files() {
    return List.of("board/assets/board.css", "board/assets/board.js");
  }

  /** {@return the lines of the table of endpoints} */
  public List<Rule> rules() {
    return Stream.concat(DoorPage.rules().stream(), table.stream().map(Endpoint::rule)).toList();
  }

  /**
   * Adds the endpoints to a server.
   *
   * @param routes the server's
   */
  public void addTo(RoutesConfig routes) {
    door.addTo(routes);
    for (Endpoint endpoint : table) {
      routes.addHttpHandler(
          endpoint.method(), endpoint.path(), context -> answer(endpoint, context));
    }
  }

  private void answer(Endpoint endpoint, Context context) {
    try {
      endpoint.action().answer(new Visit(context, parts));
    } catch (InvalidRequestException e) { // what no form of ours sends
      throw new BadRequestResponse();
    }
  }
}
