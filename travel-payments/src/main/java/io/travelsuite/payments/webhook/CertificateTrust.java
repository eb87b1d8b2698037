package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whether a certificate is whose it must be. Revocation is not asked about. */
final class CertificateTrust {

  /** PayPal's files hold three. */
  private static final int LONGEST_CHAIN = 6;

  private final Set<TrustAnchor> anchors;

  CertificateTrust(Set<TrustAnchor> anchors) {
    InvalidRequestException.unless(!anchors.isEmpty(), "anchors", "(none)", "must be given");
    this.anchors = Set.copyOf(anchors);
  }

  /** The certificates of a PEM, in its order. */
  static List<X509Certificate> parsed(String pem) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
      return factory.generateCertificates(new ByteArrayInputStream(bytes)).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException unreadable) {
      throw new InvalidRequestException("certificates", "(a PEM)", "must be PEM of certificates");
    }
  }

  static Set<TrustAnchor> ofThePlatform() {
    Set<TrustAnchor> anchors = new HashSet<>();
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      for (TrustManager manager : factory.getTrustManagers()) {
        for (X509Certificate root : ((X509TrustManager) manager).getAcceptedIssuers()) {
          anchors.add(new TrustAnchor(root, null));
        }
      }
    } catch (GeneralSecurityException everyPlatformHasThem) {
      throw new IllegalStateException(everyPlatformHasThem);
    }
    return anchors;
  }

  /** Refuses a chain, the signer's first, unless that has a name and all are good at a time. */
  void checkNameAndTime(List<X509Certificate> chain, String commonName, Instant now)
      throws Refusal {
    unless(
        !chain.isEmpty() && chain.size() <= LONGEST_CHAIN, RejectionReason.CERTIFICATE_UNTRUSTED);
    X509Certificate signer = chain.get(0);
    unless(isNamed(signer, commonName), RejectionReason.CERTIFICATE_UNTRUSTED);
    for (X509Certificate certificate : chain) {
      unless(isInTime(certificate, now), RejectionReason.CERTIFICATE_EXPIRED);
    }
  }

  /** Refuses a chain unless a trusted certificate vouches for it. */
  void checkPath(List<X509Certificate> chain, Instant now) throws Refusal {
    X509Certificate signer = chain.get(0);
    unless(signer.getBasicConstraints() < 0, RejectionReason.CERTIFICATE_UNTRUSTED);
    unless(isVouchedFor(signer, chain, now), RejectionReason.CERTIFICATE_UNTRUSTED);
  }

  private static boolean isInTime(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }

  /** Whether it has one common name, and this one. */
  private static boolean isNamed(X509Certificate certificate, String commonName) {
    try {
      List<Object> names =
          new LdapName(certificate.getSubjectX500Principal().getName())
              .getRdns().stream()
                  .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                  .map(Rdn::getValue)
                  .toList();
      return names.equals(List.of(commonName));
    } catch (InvalidNameException noName) {
      return false;
    }
  }

  private boolean isVouchedFor(X509Certificate signer, List<X509Certificate> chain, Instant now) {
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(signer);
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
      parameters.setDate(Date.from(now));
      parameters.setRevocationEnabled(false);
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (GeneralSecurityException nobodyDoes) {
      return false;
    }
  }
}
