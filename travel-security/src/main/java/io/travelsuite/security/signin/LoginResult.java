package io.travelsuite.security.signin;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.role.SubjectId;
import java.time.Duration;
import java.util.Optional;

/**
 * What {@link LoginGuard#signIn} answers. Nothing in it tells whether there is an account of that
 * name, unless its password was right.
 */
public sealed interface LoginResult
    permits LoginResult.SignedIn,
        LoginResult.WrongCredentials,
        LoginResult.TooManyTries,
        LoginResult.Busy {

  /**
   * The password was right: begin a session.
   *
   * @param subject who it is
   * @param upgrade a hash to store in place of the old one, mostly empty
   * @param device what the device cookie is to hold from now on, for a year or so: by it this
   *     device is told from those that try passwords
   */
  record SignedIn(SubjectId subject, Optional<String> upgrade, Secret device)
      implements LoginResult {

    /** Not the hash. */
    @Override
    public String toString() {
      return "SignedIn[" + subject + "]";
    }
  }

  /** The name or the password is wrong: say no more than that. Over HTTP: 401. */
  record WrongCredentials() implements LoginResult {}

  /**
   * There were too many tries; the password was not looked at. Over HTTP: 429, the same for names
   * that are known and unknown.
   *
   * @param retryAfter how long until another may be permitted
   */
  record TooManyTries(Duration retryAfter) implements LoginResult {}

  /** Too many passwords are being hashed; the try does not count. Over HTTP: 503. */
  record Busy() implements LoginResult {}
}
