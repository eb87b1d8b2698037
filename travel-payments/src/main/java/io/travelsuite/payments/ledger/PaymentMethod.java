package io.travelsuite.payments.ledger;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.CardNumbers;
import java.net.URI;

/** How a customer pays. Never by a card number: that is between the customer and the provider. */
public sealed interface PaymentMethod {

  /** {@return where the provider sends the customer back to} */
  URI returnUrl();

  /**
   * On the provider's own page, to which the customer is sent.
   *
   * @param returnUrl where the provider sends the customer back to: absolute, at most 2,000
   *     characters
   */
  record Hosted(URI returnUrl) implements PaymentMethod {
    /** Checks the address. */
    public Hosted {
      check(returnUrl);
    }
  }

  /**
   * With a token that the provider's page or script made of the card.
   *
   * @param token the token, 1 to 255 printable ASCII characters
   * @param returnUrl where the provider sends the customer back to if the bank wants to ask; as for
   *     {@link Hosted}
   */
  record Token(String token, URI returnUrl) implements PaymentMethod {
    /** Checks both; a card number is no token. */
    public Token {
      unless(
          token.matches("[ -~]{1,255}"),
          "token",
          token.length() + " characters",
          "must be 1 to 255 printable ASCII characters");
      CardNumbers.refuse("token", token);
      check(returnUrl);
    }

    @Override
    public String toString() {
      return "Token[hidden]";
    }
  }

  private static void check(URI returnUrl) {
    unless(
        returnUrl.isAbsolute() && returnUrl.toString().length() <= 2000,
        "returnUrl",
        returnUrl,
        "must be absolute and at most 2,000 characters");
  }
}
