package io.travelsuite.examples.server.board;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.page.Frame;
import io.travelsuite.examples.server.page.Page;
import io.travelsuite.examples.server.page.Pages;
import io.travelsuite.examples.server.signin.SignIn;
import io.travelsuite.examples.server.signin.StaffSessions;
import java.util.List;
import java.util.Map;

/** Where staff sign in; who is in already is sent on to the board. */
final class DoorPage {

  private static final Map<String, String> PROBLEMS =
      Map.of(
          SignIn.WRONG, "That name and password do not go together.",
          SignIn.TOO_MANY, "Too many tries. Wait a few minutes, then try again.",
          SignIn.BUSY, "Very many people sign in just now. Try again in a moment.");

  private final StaffSessions sessions;
  private final Pages pages;

  DoorPage(StaffSessions sessions, Pages pages) {
    this.sessions = sessions;
    this.pages = pages;
  }

  private record Door(String csrf, String problem) {}

  static List<Rule> rules() {
    return List.of(new Rule("GET", SignIn.DOOR, Rule.Entry.PUBLIC, null, Rates.PAGES));
  }

  void addTo(RoutesConfig routes) {
    routes.get(SignIn.DOOR, this::show);
  }

  private void show(Context context) {
    if (sessions.signed(context).isPresent()) {
      context.status(303).header("Location", BoardPage.PATH);
      return;
    }
    String problem = PROBLEMS.getOrDefault(String.valueOf(context.queryParam("problem")), "");
    Frame frame = new Frame("Sign in", List.of(), List.of("board.js"), null);
    pages.show(
        context, 200, new Page(frame, "board/door", new Door(sessions.token(context), problem)));
  }
}
