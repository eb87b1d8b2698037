package io.travelsuite.payments.webhook;

import java.security.PublicKey;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PayPal's signing certificates: a set the host stored, and, if it wants, those at the URLs that
 * webhooks name, of PayPal's own hosts only. Safe for use by many threads.
 *
 * <p>Whatever its source, a certificate counts only if a trusted one vouches for it at the time of
 * the verifier's clock, and its common name is PayPal's for that host, to the letter.
 */
public final class PayPalCertificates {

  /** PayPal uses one or two at a time. */
  private static final int MOST_KEPT = 8;

  private final Map<String, List<X509Certificate>> pinned;
  private final CertificateTrust trust;
  private final CertificateSource source;

  /** The chains that a trusted certificate vouches for, the longest unused first. */
  private final Map<String, List<X509Certificate>> kept = new LinkedHashMap<>(16, 0.75f, true);

  private PayPalCertificates(
      Map<String, String> pinned, Set<TrustAnchor> anchors, CertificateSource source) {
    this.pinned = new LinkedHashMap<>();
    pinned.forEach((url, pem) -> this.pinned.put(url, CertificateTrust.parsed(pem)));
    this.trust = new CertificateTrust(anchors);
    this.source = source;
  }

  /**
   * Certificates the host stored, and no others: nothing is ever downloaded.
   *
   * @param pemByUrl the certificates by their URLs, each PEM: PayPal's first, then those between it
   *     and a trusted one
   * @param anchors who is trusted, at least one
   * @return the certificates
   * @throws io.travelsuite.InvalidRequestException if a PEM cannot be read
   */
  public static PayPalCertificates pinned(Map<String, String> pemByUrl, Set<TrustAnchor> anchors) {
    return new PayPalCertificates(pemByUrl, anchors, url -> List.of());
  }

  /**
   * Certificates the host stored, and those at the URLs that webhooks name. A download is of
   * PayPal's two API hosts only, by https, follows no redirect, reads at most 64 KB and takes at
   * most ten seconds, at most two at a time (a request that finds two going on is rejected, and
   * PayPal sends it again); the last eight good ones are kept.
   *
   * @param pemByUrl as for {@link #pinned}; may be empty
   * @param anchors who is trusted, at least one, such as {@link #systemAnchors}
   * @return the certificates
   * @throws io.travelsuite.InvalidRequestException if a PEM cannot be read
   */
  public static PayPalCertificates downloading(
      Map<String, String> pemByUrl, Set<TrustAnchor> anchors) {
    CertificateDownload download = new CertificateDownload();
    return new PayPalCertificates(pemByUrl, anchors, download::certificates);
  }

  /** With another source, for tests. */
  static PayPalCertificates of(Set<TrustAnchor> anchors, CertificateSource source) {
    return new PayPalCertificates(Map.of(), anchors, source);
  }

  /**
   * The certificates the Java platform trusts, among which are the roots of PayPal's.
   *
   * @return them
   */
  public static Set<TrustAnchor> systemAnchors() {
    return CertificateTrust.ofThePlatform();
  }

  /** The key of the certificate at a URL of an environment, if it may be believed. */
  PublicKey key(String url, PayPalEnvironment environment, Instant now) throws Refusal {
    List<X509Certificate> vouchedFor = vouchedFor(url);
    if (vouchedFor != null) {
      trust.checkNameAndTime(vouchedFor, environment.commonName(), now);
      return vouchedFor.get(0).getPublicKey();
    }
    List<X509Certificate> stored = pinned.get(url);
    List<X509Certificate> chain = stored == null ? source.certificates(url) : stored;
    trust.checkNameAndTime(chain, environment.commonName(), now);
    trust.checkPath(chain, now);
    keep(url, chain);
    return chain.get(0).getPublicKey();
  }

  /** What was found good once, but for its dates, which are asked each time. */
  private @Nullable List<X509Certificate> vouchedFor(String url) {
    synchronized (kept) {
      return kept.get(url);
    }
  }

  private void keep(String url, List<X509Certificate> chain) {
    synchronized (kept) {
      kept.put(url, chain);
      if (kept.size() > MOST_KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
  }
}
