package io.travelsuite.jdbc.audit;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcAudit;
import io.travelsuite.jdbc.JdbcLegalHolds;
import io.travelsuite.jdbc.JdbcPersonalData;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.erasure.ErasureJournal;
import io.travelsuite.security.retention.LegalHold;
import io.travelsuite.security.retention.RetentionPolicy;
import io.travelsuite.security.retention.RetentionRun;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/** What changes something of personal data, done once each. */
final class PersonDeeds {

  private final Fixture fixture;
  private final JdbcTravel travel;
  private final Deeds deeds;
  private final JdbcPersonalData personal;

  PersonDeeds(Fixture fixture, JdbcTravel travel, Deeds deeds) {
    this.fixture = fixture;
    this.travel = travel;
    this.deeds = deeds;
    personal = JdbcPersonalData.of(travel);
  }

  void add(Path folder) {
    Deeds.Port<JdbcPersonalData> port = deeds.port(JdbcPersonalData.class);
    port.reads("findByEmail", "findByPhone", "legalHolds");
    port.does("access", () -> personal.access(List.of(person()), List.of()));
    port.does(
        "erasure",
        () ->
            personal
                .erasure(new ErasureJournal(folder.resolve("erasures")), List.of())
                .erase(person()));
    port.does("rotate", () -> personal.rotate("rotation", 10));
    port.does("rewrap", () -> personal.rewrap("wrapping", 10));
    port.does("retention", this::retention);
    port.does("sealPlain", this::sealPlain);
    Deeds.Port<JdbcAudit> audit = deeds.port(JdbcAudit.class);
    audit.reads("ofBooking", "ofSubject");
    audit.because("an account of its own: AuditLogTest", "retention");
    JdbcLegalHolds holds = personal.legalHolds();
    LegalHold hold = new LegalHold(fixture.operator().id(), null, null, "a claim", null);
    Deeds.Port<JdbcLegalHolds> held = deeds.port(JdbcLegalHolds.class);
    held.reads("of");
    held.does("place", () -> holds.place(hold));
    held.does(
        "lift",
        () -> {
          UUID placed = holds.place(hold);
          deeds.mark();
          holds.lift(fixture.operator().id(), placed);
        });
  }

  private DataSubject person() {
    Booking held = hold(travel);
    deeds.mark();
    return new DataSubject(held.operator(), held.id().value());
  }

  private Booking hold(JdbcTravel by) {
    Customer bob = Customer.of("Bob", "bob@example.org");
    return by.bookings().hold(HoldRequest.of(fixture.open(5), 1).customer(bob)).orElseThrow();
  }

  private void retention() {
    BookingId id = hold(travel).id();
    fixture
        .rows()
        .update("UPDATE travel_booking SET created_at = '2019-01-01' WHERE id = ?", id.value());
    fixture.rows().update("UPDATE travel_occurrence SET starts_at = '2019-01-01'");
    deeds.mark();
    RetentionRun run =
        personal.retention(
            new RetentionPolicy(
                "contact", Period.ofYears(3), RetentionPolicy.Action.ANONYMISE, "3 years"));
    run.next(run.begin(), 100);
  }

  private void sealPlain() {
    hold(fixture.travel());
    deeds.mark();
    personal.sealPlain(null, 10);
  }
}
