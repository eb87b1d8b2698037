package io.travelsuite.examples.server.board;

import io.travelsuite.UuidText;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.board.Visit.Notice;
import io.travelsuite.examples.server.board.Visit.View;
import io.travelsuite.examples.server.office.Office;
import io.travelsuite.examples.server.office.Refunding;
import io.travelsuite.examples.server.page.Wording;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.refund.Refunds;
import io.travelsuite.examples.server.signin.Staff;
import io.travelsuite.security.role.Permissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refunds that wait for a second person, who approves them here or does not. */
final class RefundPage {

  static final String PATH = "/office/refunds";

  private static final int PAGE = 25;

  private static final Map<String, Notice> DONE =
      Map.of(
          "DONE", Notice.good("Approved: the money is on its way back."),
          "DUE",
              new Notice(
                  "warn",
                  "Approved.",
                  "The payment provider did not answer yet; it will be asked" + " again."),
          "DECLINED",
              Notice.bad("The payment provider will not give it back.", "Pay it another way."),
          "REJECTED", Notice.good("Not approved: nothing goes back."));

  private final Refunding refunding;
  private final Refunds refunds;
  private final Staff staff;

  RefundPage(Office office, Staff staff) {
    this.refunding = office.refunding();
    this.refunds = office.refunds();
    this.staff = staff;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get(PATH, Permissions.PAYMENT_READ, visit -> show(visit, 200, notice(visit))),
        Endpoint.post(PATH + "/{id}", Permissions.PAYMENT_REFUND, this::decide));
  }

  private static @Nullable Notice notice(Visit visit) {
    return DONE.get(visit.asked("done"));
  }

  private record Shown(List<Row> rows, @Nullable String next, boolean empty) {}

  /** A refund that waits, with buttons for those who may decide. */
  private record Row(
      String id, String booking, String amount, String reason, Who who, boolean mayDecide) {}

  /** Who asked; whoever looks at what they asked for themselves is no second person. */
  private record Who(String name, String at, boolean mine) {}

  private void show(Visit visit, int status, @Nullable Notice notice) {
    UUID after = UuidText.parse(visit.asked("after")).orElse(null);
    List<Refund> found = refunds.list(Refund.State.ASKED, after, PAGE + 1);
    List<Refund> page = found.subList(0, Math.min(PAGE, found.size()));
    String next = found.size() > PAGE ? page.get(PAGE - 1).id().toString() : null;
    Shown shown =
        new Shown(page.stream().map(one -> row(visit, one)).toList(), next, page.isEmpty());
    visit.show(status, new View("Refunds", PATH, "refunds", shown), notice);
  }

  private Row row(Visit visit, Refund refund) {
    boolean mine = refund.asked().by().equals(visit.signed().subject());
    String at = Wording.atHome(refund.asked().at(), visit.parts().stock().catalogue().home());
    return new Row(
        refund.id().toString(),
        refund.what().booking().toString(),
        refund.what().amount().toString(),
        refund.what().reason(),
        new Who(staff.name(refund.asked().by()), at, mine),
        !mine && visit.may(Permissions.PAYMENT_REFUND));
  }

  private void decide(Visit visit) {
    String decision = visit.field("decision");
    if (!decision.equals("approve") && !decision.equals("reject")) {
      show(visit, 422, Notice.bad("Nothing was decided.", "Approve it, or do not."));
      return;
    }
    Answer<Refund> answer = refunding.decide(visit.actor(), visit.id(), decision.equals("approve"));
    if (answer instanceof Answer.Refused<Refund> no) {
      int status = no.why() == Why.SECOND_PERSON_NEEDED ? 403 : 409;
      String text =
          no.why() == Why.SECOND_PERSON_NEEDED
              ? "It takes somebody else than the one who asked."
              : no.detail() + ".";
      show(visit, status, Notice.bad("Nothing was decided.", text));
    } else {
      visit.goTo(PATH + "?done=" + answer.orElseThrow().state());
    }
  }
}
