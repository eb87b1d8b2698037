package io.travelsuite.security.password;

/** Why a {@link PasswordPolicy} refuses a password. */
public enum PasswordFault {
  /** It has fewer characters than the policy wants. */
  TOO_SHORT,
  /** It has more characters than the policy takes: hashing it would cost too much. */
  TOO_LONG,
  /** It is on the list of common passwords, or is one with digits and signs around it. */
  TOO_COMMON,
  /** It is much like the user's name, address or another attribute. */
  TOO_SIMILAR,
  /** It holds a word that anybody would try here, such as the company's name. */
  CONTEXT_WORD,
  /** It is of digits alone. */
  ENTIRELY_NUMERIC
}
