package io.travelsuite.jdbc.model;

import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.sale.SeatRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** Draws up terms of sale that matter at the time and for the pools there are. */
final class TermsChoice {

  static final List<String> CHANNELS = List.of("web", "agency");
  static final List<String> CLASSES = List.of("Y", "B", "Q");
  static final List<String> UNITS = List.of("adult", "child");

  private final Instant now;
  private final Dice dice;

  TermsChoice(Instant now, Dice dice) {
    this.now = now;
    this.dice = dice;
  }

  SaleTerms draw(OccurrenceRequest request) {
    SaleTerms terms = SaleTerms.OPEN;
    if (dice.chance(10)) {
      terms = terms.opensAt(now.plusSeconds(dice.between(-600, 600)));
    }
    if (dice.chance(15)) {
      Instant about = request.start().atZone(ZoneOffset.UTC).toInstant();
      Duration left = Duration.between(now, about).plusMinutes(dice.between(-600, 600));
      terms = terms.cutoff(left.isNegative() ? Duration.ZERO : left);
    }
    if (dice.chance(10)) {
      terms = terms.party(new Range(dice.between(1, 2), dice.between(2, 4)));
    }
    String pool = dice.of(request.pools()).name();
    int scale = pool.equals("lane-mm") ? 2_500 : 1;
    if (dice.chance(40)) {
      terms = allotments(terms, pool, scale);
    }
    if (dice.chance(40)) {
      terms = classes(terms, pool, scale);
    }
    terms = dice.chance(40) ? units(terms, request) : terms;
    return dice.chance(15) ? seats(terms, request) : terms;
  }

  private SaleTerms allotments(SaleTerms terms, String pool, int scale) {
    SaleTerms with = terms;
    for (String channel : dice.some(dice.between(1, 2), CHANNELS)) {
      Instant released = now.plusSeconds(dice.between(-60, 2_000));
      with = with.allotment(new Allotment(pool, channel, dice.between(1, 3) * scale, released));
    }
    return with;
  }

  private SaleTerms classes(SaleTerms terms, String pool, int scale) {
    SaleTerms with = terms;
    for (String code : CLASSES) {
      with = with.fareClass(new FareClass(pool, code, dice.between(0, 2) * scale));
    }
    return with;
  }

  private SaleTerms units(SaleTerms terms, OccurrenceRequest request) {
    FareUnit adult = FareUnit.of("adult");
    FareUnit child = FareUnit.of("child").with("adult", dice.between(1, 2));
    for (Pool pool : dice.some(dice.between(1, 2), request.pools())) {
      adult = adult.taking(pool.name(), pool.name().equals("lane-mm") ? 1_500 : 1);
    }
    child = child.taking(Objects.requireNonNull(adult.takes().firstKey()), 1);
    child = dice.chance(50) ? child.quantity(Range.atMost(2)) : child.outsideParty();
    return terms.unit(adult).unit(child);
  }

  private SaleTerms seats(SaleTerms terms, OccurrenceRequest request) {
    List<String> labels = request.pools().stream().flatMap(pool -> pool.seats().stream()).toList();
    if (labels.isEmpty()) {
      return terms;
    }
    String channel = dice.of(CHANNELS);
    return terms.seat(new SeatRule(dice.of(labels), dice.chance(50) ? channel : null));
  }
}
