package io.travelsuite.security.log;

import io.travelsuite.secret.Secret;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a {@link Redactor} hides beside cards, tokens and secrets, which it always hides.
 *
 * @param emails how e-mail addresses show
 * @param phones how telephone numbers show
 * @param names further names whose values are secrets, in lower case without dashes and underscores
 * @param secrets gives the secrets whose very text is looked for, at each message: {@code
 *     secrets::known}; those shorter than 6 bytes are not looked for
 */
public record RedactionPolicy(
    Contacts emails, Contacts phones, Set<String> names, Supplier<List<Secret>> secrets) {

  /** E-mail addresses and telephone numbers masked; no further names and secrets. */
  public static final RedactionPolicy DEFAULT =
      new RedactionPolicy(Contacts.MASKED, Contacts.MASKED, Set.of(), List::of);

  /** Copies the names. */
  public RedactionPolicy {
    names = Set.copyOf(names);
  }
}
