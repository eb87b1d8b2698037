package io.travelsuite.examples.server.board;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.travelsuite.UuidText;
import io.travelsuite.examples.server.edge.StaffGuard.Signed;
import io.travelsuite.examples.server.page.Frame;
import io.travelsuite.examples.server.page.Page;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.SubjectId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody of the staff.
 *
 * @param context of the request
 * @param parts what the pages stand on
 */
record Visit(Context context, Board.Parts parts) {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final int MOST_TEXT = 1_000;

  /**
   * What somebody is told above a page.
   *
   * @param kind good, warn or bad
   * @param title in few words
   * @param text what to do next, or nothing
   */
  record Notice(String kind, String title, String text) {

    boolean urgent() {
      return !kind.equals("good");
    }

    static Notice good(String title) {
      return new Notice("good", title, "");
    }

    static Notice bad(String title, String text) {
      return new Notice("bad", title, text);
    }
  }

  /** What a template sees: the token of its forms, what is told, and the page's own model. */
  private record Shown(String csrf, @Nullable Notice notice, Object page) {}

  Signed signed() {
    return Signed.of(context);
  }

  Actor actor() {
    return parts.staff().person(new SubjectId(signed().subject()));
  }

  boolean may(Permission permission) {
    return parts.sessions().may(signed(), permission);
  }

  /** An id of the path; what has not its form is as good as none. */
  UUID id() {
    return UuidText.parse(context.pathParam("id")).orElseThrow(NotFoundResponse::new);
  }

  /** A field of the form, without blanks around it; empty when it is not there. */
  String field(String name) {
    String value = context.formParam(name);
    return value == null ? "" : cut(value.strip());
  }

  /** A field with a whole number, if it is one. */
  Optional<Integer> number(String name) {
    String text = field(name);
    return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** A parameter of the address. */
  String asked(String name) {
    String value = context.queryParam(name);
    return value == null ? "" : cut(value.strip());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MOST_TEXT));
  }

  /** A date of the address; the usual one when there is none, or it is none. */
  LocalDate date(String name, LocalDate usual) {
    try {
      LocalDate date = asked(name).isEmpty() ? usual : LocalDate.parse(asked(name));
      return Math.abs(date.getYear() - usual.getYear()) > 20 ? usual : date;
    } catch (DateTimeParseException e) {
      return usual;
    }
  }

  /** Sends the browser on, so that what was done is not sent again by a reload. */
  void goTo(String path) {
    context.status(303).header("Location", path);
  }

  void show(int status, View view, @Nullable Notice notice) {
    String csrf = parts.sessions().token(context);
    Frame frame =
        new Frame(
            view.title(),
            nav(view.path()),
            List.of("board.js"),
            new Frame.SignedIn(signed().name(), csrf));
    parts
        .pages()
        .show(
            context,
            status,
            new Page(frame, "board/" + view.template(), new Shown(csrf, notice, view.model())));
  }

  /**
   * A page's own content.
   *
   * @param title of the page
   * @param path the link in the head that it belongs to
   * @param template its name
   * @param model what the template shows
   */
  record View(String title, String path, String template, Object model) {}

  private List<Frame.Link> nav(String current) {
    List<Frame.Link> links = new ArrayList<>();
    links.add(link(BoardPage.PATH, "Departures", current));
    links.add(link(BookingPage.PATH, "Bookings", current));
    if (may(Permissions.PAYMENT_READ)) {
      links.add(link(RefundPage.PATH, "Refunds", current));
    }
    links.add(link(SalesPage.PATH, "Sales", current));
    return links;
  }

  private static Frame.Link link(String href, String text, String current) {
    return new Frame.Link(href, text, href.equals(current));
  }
}
