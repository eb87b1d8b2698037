import org.jspecify.annotations.NullMarked;

/** Rate limiting, sign-in, tokens, roles and data protection. */
@NullMarked
module io.travelsuite.security {
  requires transitive io.travelsuite.core;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires io.github.resilience4j.ratelimiter;
  requires transitive java.net.http;
  requires static transitive ch.qos.logback.classic;
  requires static transitive ch.qos.logback.core;
  requires static org.bouncycastle.provider;
  requires static org.slf4j;

  exports io.travelsuite.security;
  exports io.travelsuite.security.address;
  exports io.travelsuite.security.data;
  exports io.travelsuite.security.erasure;
  exports io.travelsuite.security.event;
  exports io.travelsuite.security.input;
  exports io.travelsuite.security.key;
  exports io.travelsuite.security.log;
  exports io.travelsuite.security.password;
  exports io.travelsuite.security.rate;
  exports io.travelsuite.security.retention;
  exports io.travelsuite.security.readiness;
  exports io.travelsuite.security.role;
  exports io.travelsuite.security.secret;
  exports io.travelsuite.security.session;
  exports io.travelsuite.security.signin;
  exports io.travelsuite.security.tls;
  exports io.travelsuite.security.token;
  exports io.travelsuite.security.web;
}
