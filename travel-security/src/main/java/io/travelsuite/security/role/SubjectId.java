package io.travelsuite.security.role;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;

/**
 * Who acts: a user or a service, by the id that the host has for it. Rather an opaque id than an
 * address: it is stored with tokens and sessions, and never changed there.
 *
 * @param value 1 to 128 visible characters of ASCII, compared as they are; not judged as a card
 *     number, since ids of 16 digits are common
 */
public record SubjectId(String value) {

  private static final Pattern FORM = Pattern.compile("[!-~]{1,128}");

  /** Checks the form. */
  public SubjectId {
    unless(FORM.matcher(value).matches(), "subject", value, "must be 1 to 128 of visible ASCII");
  }

  /** {@return the id} */
  @Override
  public String toString() {
    return value;
  }
}
