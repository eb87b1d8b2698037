import org.jspecify.annotations.NullMarked;

/** Rate limiting, sign-in, tokens, roles and data protection. */
@NullMarked
module io.travelsuite.security {
  requires transitive io.travelsuite.core;
  requires static transitive org.jspecify;
  requires io.github.resilience4j.ratelimiter;

  exports io.travelsuite.security.address;
  exports io.travelsuite.security.rate;
}
