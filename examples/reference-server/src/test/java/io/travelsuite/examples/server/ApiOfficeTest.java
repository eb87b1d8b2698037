package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.shop.Shopper;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.Assignment;
import io.travelsuite.security.role.SubjectId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What operators do: departures, travellers, check-in, what is sold, refunds. */
class ApiOfficeTest extends ApiSuite {

  private static final String OFFICE = "/api/office/departures/";

  private final ApiClient manager = staff("demo-manager");
  private final ApiClient gate = staff("demo-gate");

  @Test
  void departures_are_listed_by_cursor_with_what_is_taken() {
    String path =
        "/api/office/departures?product=walking-tour&limit=3&from=%s&to=%s"
            .formatted(fixture.day(60), fixture.day(62));
    JsonNode first = manager.get(path).done(200);
    JsonNode second = manager.get(path + "&cursor=" + first.path("next").asText()).done(200);

    assertThat(first.path("items")).hasSize(3);
    assertThat(second.path("items")).hasSize(3);
    assertThat(second.has("next")).isFalse();
    assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/2/id"));
    assertThat(first.at("/items/0/pools/guests/sellable").asInt()).isEqualTo(20);
  }

  @Test
  void the_manifest_tells_who_travels_and_a_spreadsheet_takes_nothing_for_a_formula() {
    String departure = departure();
    String order =
        holding(departure, 1).replace("Ana Lima", "=HYPERLINK(\\\"http://evil\\\",\\\"x\\\")");
    JsonNode held = customer.post("/api/bookings", order).done(201);
    customer.post(path(held) + "/payments", "{\"token\":\"tok-good\"}").done(201);

    JsonNode manifest = gate.get(OFFICE + departure + "/manifest").done(200);
    ApiReply csv = gate.get(OFFICE + departure + "/manifest.csv");

    assertThat(manifest.path("items")).hasSize(1);
    assertThat(manifest.at("/items/0/customer/name").asText()).startsWith("=HYPERLINK");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text().lines()).hasSize(2);
    assertThat(csv.text()).contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"");
    assertThat(csv.text()).doesNotContain("\"=").doesNotContain(",=");
  }

  @Test
  void a_ticket_lets_in_once_and_is_refused_as_used_after_that() throws Exception {
    JsonNode tomorrow = departures("walking-tour", fixture.day(1));
    String departure = tomorrow.get(1).path("id").asText(); // tickets are good from a day before
    JsonNode booking = paid(departure, 2);
    JsonNode tickets = customer.get(path(booking) + "/tickets").done(200).path("items");
    String checkIns = OFFICE + departure + "/check-ins";
    fixture.clock.until(Instant.parse(tomorrow.get(1).at("/leaves/at").asText()).minusSeconds(60));

    List<ApiReply> scans =
        atOnce(
            Collections.nCopies(
                8, () -> gate.post(checkIns, scan(tickets.at("/0/code").asText()))));

    assertThat(scans).filteredOn(reply -> reply.status() == 201).hasSize(1);
    assertThat(scans)
        .filteredOn(reply -> reply.status() != 201)
        .allSatisfy(reply -> reply.refused(409, "checked-in-before"));
    JsonNode second = gate.post(checkIns, scan(tickets.at("/1/code").asText())).done(201);
    assertThat(second.path("state").asText()).isEqualTo("REDEEMED");
    assertThat(gate.get(OFFICE + departure + "/manifest.csv").text())
        .contains("\"REDEEMED\",\"Ana Lima\"");
  }

  @Test
  void a_ticket_of_another_departure_or_of_nobody_lets_nobody_in() {
    String departure = departure();
    JsonNode booking = paid(departure, 1);
    String code = customer.get(path(booking) + "/tickets").done(200).at("/items/0/code").asText();

    gate.post(OFFICE + departure + "/check-ins", scan(code))
        .refused(409, "ticket-refused"); // too early
    gate.post(OFFICE + departure + "/check-ins", scan("A".repeat(176)))
        .refused(409, "ticket-refused");
    client("shop-app", CUSTOMER)
        .post(OFFICE + departure + "/check-ins", scan(code))
        .refused(403, "not-permitted");
  }

  private static String scan(String code) {
    return OctoClient.JSON.createObjectNode().put("ticket", code).toString();
  }

  @Test
  void a_capacity_is_changed_as_it_was_read_and_never_below_what_is_taken() {
    String departure = departure();
    held(departure, 5);
    ApiReply read = manager.get(OFFICE + departure);
    String pool = OFFICE + departure + "/pools/guests";

    ApiReply less = manager.put(pool, "{\"physical\":8}", read.tag());

    assertThat(less.done(200).at("/pools/guests/sellable").asInt()).isEqualTo(8);
    assertThat(left(departure)).isEqualTo(3);
    manager.put(pool, "{\"physical\":9}", read.tag()).refused(412, "changed-meanwhile");
    manager.send("PUT", pool, "{\"physical\":9}").refused(428, "precondition-required");
    manager.put(pool, "{\"physical\":4}", less.tag()).refused(409, "below-taken");
    manager
        .put(OFFICE + departure + "/pools/roof", "{\"physical\":4}", less.tag())
        .refused(404, "no-such-pool");
    gate.put(pool, "{\"physical\":9}", less.tag()).refused(403, "not-permitted");
    assertThat(left(departure)).isEqualTo(3);
  }

  @Test
  void of_twenty_edits_of_one_state_one_is_made() throws Exception {
    String departure = departure();
    String tag = manager.get(OFFICE + departure).tag();
    Supplier<ApiReply> edit =
        () -> manager.put(OFFICE + departure + "/pools/guests", "{\"physical\":30}", tag);

    List<ApiReply> replies = atOnce(Collections.nCopies(20, edit));

    assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
    assertThat(replies)
        .filteredOn(reply -> reply.status() != 200)
        .allSatisfy(reply -> reply.refused(412, "changed-meanwhile"));
  }

  @Test
  void control_edits_of_any_state_are_all_made() throws Exception {
    String departure = departure();
    Supplier<ApiReply> edit =
        () -> manager.put(OFFICE + departure + "/pools/guests", "{\"physical\":30}", "*");

    assertThat(atOnce(Collections.nCopies(20, edit))).allMatch(reply -> reply.status() == 200);
  }

  @Test
  void a_sale_is_stopped_and_goes_on() {
    String departure = departure();
    String sale = OFFICE + departure + "/sale";
    String tag = manager.get(OFFICE + departure).tag();

    ApiReply stopped = manager.put(sale, "{\"open\":false}", tag);
    assertThat(stopped.done(200).path("state").asText()).isEqualTo("CLOSED");
    customer.post("/api/bookings", holding(departure, 1)).refused(409, "not-on-sale");

    manager.put(sale, "{\"open\":true}", stopped.tag()).done(200);
    held(departure, 1);
  }

  @Test
  void places_are_kept_for_a_channel() {
    String departure = departure();
    String kept =
        """
        {"allotments":[{"pool":"guests","channel":"octo","units":12,"releasedAt":"%s"}]}\
        """
            .formatted(fixture.clock.instant().plusSeconds(86_400));

    ApiReply reply =
        manager.put(
            OFFICE + departure + "/allotments", kept, manager.get(OFFICE + departure).tag());

    assertThat(reply.done(200).at("/allotments/0/units").asInt()).isEqualTo(12);
    assertThat(left(departure)).isEqualTo(8);
    manager
        .put(
            OFFICE + departure + "/allotments",
            kept.replaceAll("releasedAt\":\"[^\"]*", "releasedAt\":\"soon"),
            reply.tag())
        .refused(422, "invalid-fields");
  }

  @Test
  void a_small_refund_goes_back_at_once_and_never_more_than_was_paid() {
    JsonNode booking = paid(departure(), 1);

    JsonNode refund = manager.post("/api/office/refunds", refund(booking, "EUR 10.00")).done(201);

    assertThat(refund.path("state").asText()).isEqualTo("DONE");
    assertThat(refund.at("/who/askedBy").asText()).isEqualTo("demo-manager");
    manager
        .post("/api/office/refunds", refund(booking, "EUR 15.01"))
        .refused(409, "refund-too-much");
    gate.post("/api/office/refunds", refund(booking, "EUR 1.00")).refused(403, "not-permitted");
    assertThat(manager.get("/api/office/refunds?state=DONE&limit=200").done(200).toString())
        .contains(refund.path("id").asText());
  }

  private static String refund(JsonNode booking, String amount) {
    return """
    {"booking":"%s","amount":"%s","reason":"it rained"}\
    """
        .formatted(booking.path("id").asText(), amount);
  }

  @Test
  void a_large_refund_waits_for_a_second_person_who_is_no_program() {
    JsonNode booking = paid(departure(), 4);
    JsonNode refund = manager.post("/api/office/refunds", refund(booking, "EUR 80.00")).done(201);
    assertThat(refund.path("state").asText()).isEqualTo("ASKED");
    String decision = "/api/office/refunds/" + refund.path("id").asText() + "/decision";
    UUID id = UUID.fromString(refund.path("id").asText());

    manager.post(decision, "{\"approve\":true}").refused(403, "second-person-needed");
    staff("demo-second-manager")
        .post(decision, "{\"approve\":true}")
        .refused(403, "second-person-needed"); // a token is a program's
    gate.post(decision, "{\"approve\":true}").refused(403, "not-permitted");
    assertThat(decide("demo-manager", id)).isEqualTo(Why.SECOND_PERSON_NEEDED);
    assertThat(decide("stranger", id)).isEqualTo(Why.SECOND_PERSON_NEEDED);

    assertThat(decide("demo-second-manager", id)).isNull();
    assertThat(decide("demo-second-manager", id)).as("again").isNull();
    JsonNode done = manager.get("/api/office/refunds/" + id).done(200);
    assertThat(done.path("state").asText()).isEqualTo("DONE");
    assertThat(done.at("/who/decidedBy").asText()).isEqualTo("demo-second-manager");
  }

  @Test
  void a_second_person_who_is_signed_in_lets_it_go_back() {
    JsonNode booking = paid(departure(), 4);
    JsonNode refund = manager.post("/api/office/refunds", refund(booking, "EUR 80.00")).done(201);
    String decision = "/api/office/refunds/" + refund.path("id").asText() + "/decision";
    ApiPerson first = signIn("demo-manager");
    ApiPerson second = signIn("demo-second-manager");

    first.post(decision, "{\"approve\":true}").refused(403, "second-person-needed");
    second.forged(decision, "{\"approve\":true}").refused(401, "unauthorized");
    signIn("demo-gate").post(decision, "{\"approve\":true}").refused(403, "not-permitted");
    JsonNode done = second.post(decision, "{\"approve\":true}").done(200);

    assertThat(done.path("state").asText()).isEqualTo("DONE");
    assertThat(done.at("/who/decidedBy").asText()).isEqualTo("demo-second-manager");
  }

  private ApiPerson signIn(String name) {
    return ApiPerson.signIn(fixture.server.address(), name, SharedServer.password());
  }

  /** Somebody who is signed in decides. */
  private Why decide(String person, UUID refund) {
    Actor actor =
        person.startsWith("demo-")
            ? Actor.person(new SubjectId(person), new Assignment("admin", null))
            : Actor.person(new SubjectId(person));
    Answer<Refund> answer =
        fixture.server.shop().api().office().refunding().decide(actor, refund, true);
    return answer instanceof Answer.Refused<Refund> no ? no.why() : null;
  }

  @Test
  void what_is_rejected_stays_so() {
    JsonNode booking = paid(departure(), 4);
    JsonNode refund = manager.post("/api/office/refunds", refund(booking, "EUR 80.00")).done(201);
    UUID id = UUID.fromString(refund.path("id").asText());
    Actor second =
        Actor.person(new SubjectId("demo-second-manager"), new Assignment("admin", null));

    fixture.server.shop().api().office().refunding().decide(second, id, false).orElseThrow();

    assertThat(decide("demo-second-manager", id)).isEqualTo(Why.WRONG_STATE);
    assertThat(manager.get("/api/office/refunds/" + id).done(200).path("state").asText())
        .isEqualTo("REJECTED");
    assertThat(booking(booking).state().name()).isEqualTo("CONFIRMED");
  }

  private Booking booking(JsonNode booking) {
    return fixture
        .server
        .shop()
        .api()
        .shop()
        .checkout()
        .find(new Shopper("shop-app"), new BookingId(UUID.fromString(booking.path("id").asText())))
        .orElseThrow();
  }
}
