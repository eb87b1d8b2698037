package io.travelsuite.price;

import io.travelsuite.form.ShortName;
import io.travelsuite.inventory.StopPair;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a price rule is for. Two rules of a product with the same scope are the same rule.
 *
 * <p>Where several rules of a product fit, the most specific wins: one that names a stop pair
 * before one that does not; among those alike one that names an option; then one that names a fare
 * class; then one that names a channel; then the one with fewer dates. Two that would still be
 * equal on a common date are refused when they are put.
 *
 * @param unit the code of the fare unit it is for, or null for lines without a fare unit; never for
 *     both
 * @param stops the stops between which it is for, or null for any section
 * @param option the label of the occurrences it is for, 1 to 32 printable ASCII characters (an
 *     option of the product: a morning and an evening run), or null for all
 * @param fareClass the code of the fare class it is for, or null for all and for none
 * @param channel the channel it is for, or null for all and for none
 * @param dates the dates it is for, of the occurrence's local start
 */
public record PriceScope(
    @Nullable String unit,
    @Nullable StopPair stops,
    @Nullable String option,
    @Nullable String fareClass,
    @Nullable String channel,
    DateRange dates) {
  /** Lines without a fare unit, at any time, anywhere. */
  public static final PriceScope ANY =
      new PriceScope(null, null, null, null, null, DateRange.ALWAYS);

  /** Checks the names. */
  public PriceScope {
    ShortName.checkIfGiven("unit", unit);
    OptionLabel.check("option", option);
    ShortName.checkIfGiven("fareClass", fareClass);
    ShortName.checkIfGiven("channel", channel);
  }

  /**
   * {@return a fare unit, at any time, anywhere}
   *
   * @param code the fare unit's code
   */
  public static PriceScope of(String code) {
    return new PriceScope(code, null, null, null, null, DateRange.ALWAYS);
  }

  /**
   * {@return the same between two stops}
   *
   * @param from the code of the stop where it begins
   * @param to the code of the stop where it ends
   */
  public PriceScope between(String from, String to) {
    return new PriceScope(unit, new StopPair(from, to), option, fareClass, channel, dates);
  }

  /**
   * {@return the same for occurrences of that label}
   *
   * @param label the label
   */
  public PriceScope option(String label) {
    return new PriceScope(unit, stops, label, fareClass, channel, dates);
  }

  /**
   * {@return the same in a fare class}
   *
   * @param code the class's code
   */
  public PriceScope fareClass(String code) {
    return new PriceScope(unit, stops, option, code, channel, dates);
  }

  /**
   * {@return the same through a channel}
   *
   * @param name the channel
   */
  public PriceScope channel(String name) {
    return new PriceScope(unit, stops, option, fareClass, name, dates);
  }

  /**
   * {@return the same on these dates}
   *
   * @param range of the occurrence's local start
   */
  public PriceScope dates(DateRange range) {
    return new PriceScope(unit, stops, option, fareClass, channel, range);
  }

  /**
   * {@return whether it fits what is asked}
   *
   * @param query what is asked, of the rule's product
   */
  public boolean fits(PriceQuery query) {
    return Objects.equals(unit, query.unit())
        && dates.contains(query.date())
        && (stops == null || stops.equals(query.stops()))
        && (option == null || option.equals(query.option()))
        && (fareClass == null || fareClass.equals(query.fareClass()))
        && (channel == null || channel.equals(query.channel()));
  }

  /**
   * {@return whether of two that fit the same, this wins}
   *
   * @param other the other
   */
  public boolean beats(PriceScope other) {
    int weight = weight();
    int otherWeight = other.weight();
    return weight > otherWeight || (weight == otherWeight && dates.days() < other.dates.days());
  }

  /**
   * {@return whether neither beats the other, and both fit on some date}
   *
   * @param other the other
   */
  public boolean ties(PriceScope other) {
    return dates(DateRange.ALWAYS).equals(other.dates(DateRange.ALWAYS))
        && dates.days() == other.dates.days()
        && dates.meets(other.dates)
        && !equals(other);
  }

  private int weight() {
    return (stops == null ? 0 : 8)
        + (option == null ? 0 : 4)
        + (fareClass == null ? 0 : 2)
        + (channel == null ? 0 : 1);
  }

  /** {@return the scope as people read it, without what it does not name} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(unit == null ? "no unit" : unit);
    append(text, "", stops);
    append(text, "option ", option);
    append(text, "class ", fareClass);
    append(text, "channel ", channel);
    return text.append(", ").append(dates).toString();
  }

  private static void append(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append(", ").append(name).append(value);
    }
  }
}
