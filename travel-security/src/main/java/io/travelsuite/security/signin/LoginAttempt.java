package io.travelsuite.security.signin;

import org.jspecify.annotations.Nullable;

/**
 * Somebody tries to sign in.
 *
 * @param name as it was typed
 * @param password as it was typed
 * @param address of the client, as the host trusts it, an IPv6 one cut to its /64; never empty
 * @param device what the device cookie holds ({@link LoginResult.SignedIn#device}), or null
 */
public record LoginAttempt(String name, String password, String address, @Nullable String device) {

  /** Neither the password nor the cookie; nor the name, which may be a password mistyped. */
  @Override
  public String toString() {
    return "LoginAttempt[" + address + "]";
  }
}
