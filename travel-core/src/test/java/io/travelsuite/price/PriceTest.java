package io.travelsuite.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PriceTest {

  private static Money money(String text) {
    return Money.parse(text);
  }

  @Test
  void what_is_included_is_in_the_amount_and_the_rest_comes_on_top() {
    Price price =
        Price.of("EUR", 11900)
            .charge(Charge.includedTax("VAT", money("EUR 19.00")))
            .charge(Charge.fee("Port fee", money("EUR 2.50")));

    assertThat(price.amount()).isEqualTo(money("EUR 119.00"));
    assertThat(price.net()).isEqualTo(money("EUR 100.00"));
    assertThat(price.total()).isEqualTo(money("EUR 121.50"));
  }

  @Test
  void amounts_are_in_the_currencys_smallest_unit() {
    assertThat(Price.of("JPY", 1200).total()).isEqualTo(money("JPY 1200"));
    assertThat(Price.of("KWD", 1200).total()).isEqualTo(money("KWD 1.200"));
  }

  @Test
  void what_can_never_be_a_price_is_refused_by_name() {
    Price price = Price.of("EUR", 1000);
    assertThatThrownBy(() -> Price.of("EUR", -1)).hasMessageContainingAll("amount", "-0.01");
    assertThatThrownBy(() -> price.charge(Charge.fee("Fee", money("USD 1.00"))))
        .hasMessageContainingAll("charge", "USD 1.00", "EUR");
    assertThatThrownBy(() -> price.charge(Charge.includedTax("VAT", money("EUR 10.01"))))
        .hasMessageContainingAll("charges", "10.00");
    assertThatThrownBy(() -> Charge.fee("Fee", money("EUR -1.00"))).hasMessageContaining("-1.00");
    assertThatThrownBy(() -> Charge.fee("", money("EUR 1.00"))).hasMessageContaining("charge");
  }

  @Test
  void a_percentage_is_rounded_half_up_and_never_takes_more_than_there_is() {
    Discount third = new Discount.Percent(new BigDecimal("33.33"));

    assertThat(Discount.Percent.of(50).off(money("EUR 0.01"))).isEqualTo(money("EUR 0.01"));
    assertThat(third.off(money("EUR 10.00"))).isEqualTo(money("EUR 3.33"));
    assertThat(third.off(money("JPY 100"))).isEqualTo(money("JPY 33"));
    assertThat(Discount.Percent.of(100).off(money("EUR 9.99"))).isEqualTo(money("EUR 9.99"));
  }

  @Test
  void a_fixed_discount_takes_at_most_the_amount_and_nothing_of_another_currency() {
    Discount ten = new Discount.Fixed(money("EUR 10.00"));

    assertThat(ten.off(money("EUR 25.00"))).isEqualTo(money("EUR 10.00"));
    assertThat(ten.off(money("EUR 4.00"))).isEqualTo(money("EUR 4.00"));
    assertThat(ten.off(money("USD 25.00"))).isEqualTo(money("USD 0.00"));
  }

  @Test
  void what_can_never_be_a_discount_is_refused() {
    for (String percent : new String[] {"0", "-1", "100.01", "1.005"}) {
      assertThatThrownBy(() -> new Discount.Percent(new BigDecimal(percent)))
          .hasMessageContainingAll("percent", percent);
    }
    assertThatThrownBy(() -> new Discount.Fixed(money("EUR 0.00"))).hasMessageContaining("amount");
  }
}
