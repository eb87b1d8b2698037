import org.jspecify.annotations.NullMarked;

/** Rate limiting, sign-in, tokens, roles and data protection. */
@NullMarked
module io.travelsuite.security {
  requires transitive io.travelsuite.core;
  requires static transitive org.jspecify;
  requires io.github.resilience4j.ratelimiter;
  requires static org.bouncycastle.provider;

  exports io.travelsuite.security.address;
  exports io.travelsuite.security.key;
  exports io.travelsuite.security.password;
  exports io.travelsuite.security.rate;
  exports io.travelsuite.security.role;
  exports io.travelsuite.security.session;
  exports io.travelsuite.security.signin;
  exports io.travelsuite.security.token;
}
