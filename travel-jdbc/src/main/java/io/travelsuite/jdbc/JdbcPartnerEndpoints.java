package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import io.travelsuite.notify.webhook.PartnerEndpoints;
import io.travelsuite.notify.webhook.SigningKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The endpoints of partners in the library's tables. */
final class JdbcPartnerEndpoints implements PartnerEndpoints {

  private static final int MOST_OF_AN_OPERATOR = 100;
  private static final int LONGEST_REASON = 200;
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final Egress egress;

  JdbcPartnerEndpoints(Transactions transactions, DatabaseClock clock, Egress egress) {
    this.transactions = transactions;
    this.clock = clock;
    this.egress = egress;
  }

  @Override
  public PartnerEndpoint register(OperatorId operator, String url, Set<String> types) {
    PartnerEndpoint endpoint =
        new PartnerEndpoint(
            new EndpointId(UuidCreator.getTimeOrderedEpoch()),
            operator,
            egress.check(url),
            types,
            SigningKeys.FIRST,
            null);
    int before = of(operator).size();
    unless(before < MOST_OF_AN_OPERATOR, "operator", operator, "must have under 100 endpoints");
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          if (PartnerEndpointTable.find(unit.handle(), endpoint.id(), "") == null) { // if repeated
            PartnerEndpointTable.insert(unit.handle(), endpoint, clock.now(unit.handle()));
            audit(unit, endpoint.id(), "endpoint.registered");
          }
          return true;
        });
    return endpoint;
  }

  @Override
  public Optional<PartnerEndpoint> find(EndpointId id) {
    return Optional.ofNullable(
            transactions.read(
                Freshness.CLUSTER, handle -> PartnerEndpointTable.find(handle, id, "")))
        .map(PartnerEndpointTable.Row::endpoint);
  }

  @Override
  public List<PartnerEndpoint> of(OperatorId operator) {
    return transactions.read(
        Freshness.CLUSTER, handle -> PartnerEndpointTable.of(handle, operator));
  }

  @Override
  public boolean change(EndpointId id, String url, Set<String> types) {
    return transactions.write(
        Freshness.LOCAL,
        unit -> {
          PartnerEndpoint before = locked(unit.handle(), id);
          if (before == null) {
            return false;
          }
          PartnerEndpoint after =
              new PartnerEndpoint(
                  id,
                  before.operator(),
                  egress.check(url),
                  types,
                  before.keys(),
                  before.disabled());
          PartnerEndpointTable.update(unit.handle(), id, after.url(), after.types());
          audit(unit, id, "endpoint.changed");
          return true;
        });
  }

  /** Not repeated when the answer to COMMIT is lost, as far as that can be told: see the number. */
  @Override
  public Optional<PartnerEndpoint> rotate(EndpointId id, Duration overlap) {
    unless(
        !overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0,
        "overlap",
        overlap,
        "must be 0 to 30 days");
    PartnerEndpoint before = find(id).orElse(null);
    if (before == null) {
      return Optional.empty();
    }
    int next = before.keys().current() + 1;
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          PartnerEndpoint now = locked(unit.handle(), id);
          if (now != null && now.keys().current() < next) {
            Instant until = clock.now(unit.handle()).plus(overlap);
            PartnerEndpointTable.rotate(unit.handle(), id, new SigningKeys(next, until));
            audit(unit, id, "endpoint.key-rotated");
          }
          return true;
        });
    return find(id);
  }

  @Override
  public boolean disable(EndpointId id, String reason) {
    unless(
        !reason.isBlank() && reason.length() <= LONGEST_REASON,
        "reason",
        reason.length(),
        "must be 1 to 200 characters");
    return transactions.write(
        Freshness.LOCAL,
        unit ->
            audited(
                PartnerEndpointTable.disable(unit.handle(), id, reason),
                unit,
                id,
                "endpoint.disabled"));
  }

  @Override
  public boolean enable(EndpointId id) {
    return transactions.write(
        Freshness.LOCAL,
        unit ->
            audited(
                PartnerEndpointTable.enable(unit.handle(), id, clock.now(unit.handle())),
                unit,
                id,
                "endpoint.enabled"));
  }

  /** First so that nothing more is written for it; what was written meanwhile is purged later. */
  @Override
  public boolean remove(EndpointId id) {
    boolean removed =
        transactions.write(
            Freshness.LOCAL,
            unit ->
                audited(
                    PartnerEndpointTable.delete(unit.handle(), id), unit, id, "endpoint.removed"));
    int deleted;
    do {
      deleted =
          transactions.write(
              Freshness.LOCAL,
              unit -> {
                var keys = PartnerDeliveryTable.of(unit.handle(), id, Placeholders.MOST_KEYS);
                PartnerDeliveryTable.delete(unit.handle(), keys);
                return keys.size();
              });
    } while (deleted == Placeholders.MOST_KEYS);
    return removed;
  }

  private boolean audited(boolean done, UnitOfWork unit, EndpointId id, String action) {
    if (done) {
      audit(unit, id, action);
    }
    return done;
  }

  private void audit(UnitOfWork unit, EndpointId id, String action) {
    AuditTable.About about = new AuditTable.About(AuditTable.NOBODY, id.value());
    AuditTable.add(unit.handle(), about, AuditTable.Done.of(action), clock.now(unit.handle()));
  }

  private static @Nullable PartnerEndpoint locked(Handle handle, EndpointId id) {
    PartnerEndpointTable.Row row = PartnerEndpointTable.find(handle, id, " FOR UPDATE");
    return row == null ? null : row.endpoint();
  }
}
