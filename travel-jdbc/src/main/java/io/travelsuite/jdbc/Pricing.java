package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceQuery;
import io.travelsuite.price.PromoUse;
import io.travelsuite.price.StoredPromo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Prices lines of occurrences that are sold at prices, as they are when they are asked for. */
final class Pricing {

  private final Transactions transactions;

  Pricing(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The same lines at their prices, with what a promo code takes off. */
  ResolvedLines price(ResolvedLines lines, @Nullable String promo) {
    Sale sale = lines.sale();
    Map<BookedLine, PriceQuery> queries = queries(sale);
    if (lines.refusal() != null || (queries.isEmpty() && promo == null)) {
      return lines;
    }
    PriceLookup prices =
        transactions.read(
            Transactions.Freshness.LOCAL, handle -> PriceLookup.of(handle, queries.values()));
    List<BookedLine> priced = new ArrayList<>();
    for (BookedLine line : sale.resolved()) {
      PriceQuery query = queries.get(line);
      Price price = query == null ? null : prices.price(query);
      if (query != null && price == null) {
        return ResolvedLines.refused(
            lines.operator(),
            new NotOnSale(line.occurrence(), NotOnSale.Reason.NO_PRICE, query.toString()));
      }
      priced.add(price == null ? line : line.price(price));
    }
    Sale atPrices = new Sale(sale.lines(), priced, sale.offers(), sale.channel(), null);
    ResolvedLines result = new ResolvedLines(lines.operator(), atPrices, null);
    return promo == null ? result : promote(result, promo);
  }

  private static Map<BookedLine, PriceQuery> queries(Sale sale) {
    Map<BookedLine, PriceQuery> queries = new LinkedHashMap<>();
    for (BookedLine line : sale.resolved()) {
      Offer offer = offer(sale, line.occurrence());
      if (offer.terms().priced()) {
        queries.put(line, PriceLookup.query(offer.occurrence(), line, sale.channel()));
      }
    }
    return queries;
  }

  private static Offer offer(Sale sale, OccurrenceId occurrence) {
    return Objects.requireNonNull(sale.offers().get(occurrence));
  }

  private ResolvedLines promote(ResolvedLines lines, String code) {
    Sale sale = lines.sale();
    Occurrence first = offer(sale, sale.resolved().get(0).occurrence()).occurrence();
    Optional<StoredPromo> found =
        transactions.read(
            Transactions.Freshness.LOCAL,
            handle -> PromoTable.find(handle, Objects.requireNonNull(lines.operator()), code));
    Money total = total(sale.resolved());
    if (found.isEmpty() || total == null) {
      String detail = total == null ? "nothing is sold at a price" : "no promo code " + code;
      return ResolvedLines.refused(lines.operator(), Promotion.invalid(first, detail));
    }
    StoredPromo stored = found.get();
    Money discount = stored.promo().discount().off(total);
    Promotion promotion = new Promotion(stored, new PromoUse(stored.id(), code, discount));
    return new ResolvedLines(
        lines.operator(),
        new Sale(sale.lines(), sale.resolved(), sale.offers(), sale.channel(), promotion),
        null);
  }

  /** What lines cost that have a price, or null when none has. */
  private static @Nullable Money total(List<BookedLine> lines) {
    Money total = null;
    for (BookedLine line : lines) {
      if (line.price() != null) {
        Money sum = line.price().total().multipliedBy(line.units().size());
        unless(
            total == null || total.isSameCurrency(sum),
            "lines",
            sum.getCurrencyUnit(),
            "must all be of one currency");
        total = total == null ? sum : total.plus(sum);
      }
    }
    return total;
  }
}
