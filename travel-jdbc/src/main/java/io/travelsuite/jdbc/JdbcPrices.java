package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceQuery;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import io.travelsuite.price.Prices;
import io.travelsuite.price.Promo;
import io.travelsuite.price.PromoId;
import io.travelsuite.price.PromoResult;
import io.travelsuite.price.PutResult;
import io.travelsuite.price.StoredPromo;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What things cost, in the database. */
final class JdbcPrices implements Prices {

  private static final int MOST_PUT = 10_000;
  private static final int MOST_RULES = 20_000;
  private static final String PAST_SNAPSHOT = " LOCK IN SHARE MODE";

  private final Transactions transactions;
  private final DatabaseClock clock;

  JdbcPrices(Transactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public PutResult put(ProductId product, List<PriceRule> rules) {
    unless(rules.size() <= MOST_PUT, "rules", rules.size(), "must be at most " + MOST_PUT);
    Set<PriceScope> scopes = new HashSet<>();
    rules.forEach(
        rule -> unless(scopes.add(rule.scope()), "rules", rule.scope(), "must not repeat"));
    return transactions.write(
        Transactions.Freshness.CLUSTER, unit -> put(unit.handle(), product, rules));
  }

  /** Whoever changes rules of a product has its row, so that two that tie never come at once. */
  private PutResult put(Handle handle, ProductId product, List<PriceRule> rules) {
    OperatorId operator = lock(handle, product);
    Map<PriceScope, PriceRule> all = new LinkedHashMap<>();
    PriceTable.of(handle, product, PAST_SNAPSHOT).forEach(rule -> all.put(rule.scope(), rule));
    long changed = rules.stream().filter(rule -> !rule.equals(all.put(rule.scope(), rule))).count();
    unless(all.size() <= MOST_RULES, "rules", all.size(), "must be at most " + MOST_RULES);
    PutResult.RulesTie tie = PriceTies.find(all.keySet());
    if (tie != null) {
      return tie;
    }
    PriceTable.put(handle, product, rules);
    if (changed > 0) {
      audit(handle, new AuditTable.About(operator.value(), product.value()), "price.put", changed);
    }
    return new PutResult.RulesPut(all.size());
  }

  private void audit(Handle handle, AuditTable.About about, String action, long rules) {
    AuditTable.Done done = new AuditTable.Done(action, Map.of("rules", rules));
    AuditTable.add(handle, about, done, clock.now(handle));
  }

  private static OperatorId lock(Handle handle, ProductId product) {
    return ProductTable.lockAlone(handle, product)
        .orElseThrow(() -> new InvalidRequestException("product", product, "must exist"));
  }

  @Override
  public int remove(ProductId product, Collection<PriceScope> scopes) {
    return transactions.write(
        Transactions.Freshness.CLUSTER,
        unit -> {
          OperatorId operator = lock(unit.handle(), product);
          Set<PriceScope> there = new HashSet<>();
          PriceTable.of(unit.handle(), product, PAST_SNAPSHOT)
              .forEach(rule -> there.add(rule.scope()));
          there.retainAll(Set.copyOf(scopes));
          PriceTable.delete(unit.handle(), product, there);
          if (!there.isEmpty()) {
            AuditTable.About about = new AuditTable.About(operator.value(), product.value());
            audit(unit.handle(), about, "price.removed", there.size());
          }
          return there.size();
        });
  }

  @Override
  public List<PriceRule> list(ProductId product) {
    return transactions.read(
        Transactions.Freshness.LOCAL, handle -> PriceTable.of(handle, product, ""));
  }

  @Override
  public Optional<Price> quote(PriceQuery query) {
    return transactions.read(
        Transactions.Freshness.LOCAL,
        handle -> Optional.ofNullable(PriceLookup.of(handle, List.of(query)).price(query)));
  }

  @Override
  public PromoResult putPromo(Promo promo) {
    return transactions.write(
        Transactions.Freshness.CLUSTER,
        unit -> {
          Handle handle = unit.handle();
          if (OperatorTable.lock(handle, promo.operator()).isEmpty()) {
            throw new InvalidRequestException("operator", promo.operator(), "must exist");
          }
          return put(handle, PromoTable.reserve(handle, promo), promo);
        });
  }

  /** The limit is the capacity of the counter, and changes under its lock alone. */
  private PromoResult put(Handle handle, PromoId id, Promo promo) {
    Capacity limit = Capacity.of(promo.limit());
    Counter fresh = new Counter(PromoTable.uses(id), limit, 0, 0, 0);
    CounterTable.insert(handle, List.of(fresh));
    Counter counter = CounterTable.lock(handle, new TreeSet<>(List.of(fresh.key()))).get(0);
    if (counter.taken() > promo.limit()) {
      return new PromoResult.BelowUsed(counter.taken());
    }
    CounterTable.set(handle, List.of(counter.capacity(limit)));
    PromoTable.update(handle, id, promo);
    AuditTable.About about = new AuditTable.About(promo.operator().value(), id.value());
    Map<String, Object> detail = Map.of("code", promo.code(), "limit", promo.limit());
    AuditTable.add(handle, about, new AuditTable.Done("promo.set", detail), clock.now(handle));
    return new PromoResult.PromoSet(new StoredPromo(id, promo, counter.taken()));
  }

  @Override
  public Optional<StoredPromo> findPromo(OperatorId operator, String code) {
    return transactions.read(
        Transactions.Freshness.LOCAL, handle -> PromoTable.find(handle, operator, code));
  }
}
