package io.travelsuite.security.event;

import static io.travelsuite.security.event.EventLevel.CRITICAL;
import static io.travelsuite.security.event.EventLevel.INFO;
import static io.travelsuite.security.event.EventLevel.WARN;

/**
 * What happened. Names and levels are those of the OWASP Application Logging Vocabulary; what it
 * has no word for begins with {@code travel_}. The names are stable: dashboards and rules stand on
 * them.
 */
public enum SecurityEventType {
  /** Somebody signed in. */
  LOGIN_SUCCESS("authn_login_success", INFO),
  /** Somebody signed in after failures. */
  LOGIN_SUCCESS_AFTER_FAIL("authn_login_successafterfail", INFO),
  /** A sign-in failed. */
  LOGIN_FAIL("authn_login_fail", WARN),
  /** Too many sign-ins failed. */
  LOGIN_FAIL_MAX("authn_login_fail_max", WARN),
  /** An account is locked. */
  LOGIN_LOCK("authn_login_lock", WARN),
  /** A password was changed. */
  PASSWORD_CHANGE("authn_password_change", INFO),
  /** A password was not changed. */
  PASSWORD_CHANGE_FAIL("authn_password_change_fail", CRITICAL),
  /** A token was made. */
  TOKEN_CREATED("authn_token_created", INFO),
  /** A token was revoked. */
  TOKEN_REVOKED("authn_token_revoked", INFO),
  /** A revoked token was used. */
  TOKEN_REUSE("authn_token_reuse", CRITICAL),
  /** Somebody asked for what they may not. */
  AUTHZ_FAIL("authz_fail", CRITICAL),
  /** Somebody's rights changed. */
  AUTHZ_CHANGE("authz_change", WARN),
  /** Somebody did what only few may. */
  AUTHZ_ADMIN("authz_admin", WARN),
  /** A rate limit denied. */
  RATE_LIMIT("excess_rate_limit_exceeded", WARN),
  /** An input was refused. */
  INPUT_FAIL("input_validation_fail", WARN),
  /** A page of another origin asked. */
  CORS("malicious_cors", CRITICAL),
  /** A request had what no form has: a field, a host. */
  EXTRANEOUS("malicious_extraneous", CRITICAL),
  /** Somebody asked for another one's object. */
  DIRECT_REFERENCE("malicious_direct_reference", CRITICAL),
  /** A step was taken before the one that it needs. */
  SEQUENCE_FAIL("sequence_fail", CRITICAL),
  /** A session began. */
  SESSION_CREATED("session_created", INFO),
  /** A session got a new id. */
  SESSION_RENEWED("session_renewed", INFO),
  /** A session ended. */
  SESSION_EXPIRED("session_expired", INFO),
  /** An ended session was used. */
  SESSION_USE_AFTER_EXPIRE("session_use_after_expire", CRITICAL),
  /** Something could not be decrypted. */
  DECRYPT_FAIL("crypt_decrypt_fail", WARN),
  /** The application started. */
  STARTUP("sys_startup", WARN),
  /** The application was shut down. */
  SHUTDOWN("sys_shutdown", WARN),
  /** A signature of a webhook or a request was wrong. */
  SIGNATURE_FAIL("travel_signature_fail", CRITICAL);

  private final String id;
  private final EventLevel level;

  SecurityEventType(String id, EventLevel level) {
    this.id = id;
    this.level = level;
  }

  /** {@return the name in logs: {@code authn_login_fail}} */
  public String id() {
    return id;
  }

  /** {@return how grave one such event is} */
  public EventLevel level() {
    return level;
  }
}
