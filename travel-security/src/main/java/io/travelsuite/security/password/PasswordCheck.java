package io.travelsuite.security.password;

import java.util.Optional;

/** What {@link Passwords#verify} answers: {@link Correct}, {@link Wrong} or {@link HashingBusy}. */
public sealed interface PasswordCheck
    permits PasswordCheck.Correct, PasswordCheck.Wrong, HashingBusy {

  /**
   * The password is the one that was stored.
   *
   * @param upgrade a new hash to store in place of the old one, which was made by another scheme or
   *     at another cost; mostly empty
   */
  record Correct(Optional<String> upgrade) implements PasswordCheck {

    /** Not the hash. */
    @Override
    public String toString() {
      return "Correct[upgrade=" + (upgrade.isPresent() ? "hidden" : "none") + "]";
    }
  }

  /** It is not, or nothing was stored, or what was stored is no hash known here. */
  record Wrong() implements PasswordCheck {}
}
