package io.travelsuite.notify.email;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;

/** Settings in the words of Angus Mail (package org.eclipse.angus.mail.smtp). */
final class MailProperties {

  private MailProperties() {}

  /**
   * The properties of a session.
   *
   * @param deadlines closes sockets that do not take what is written; without it Angus starts a
   *     thread for every connection
   */
  static Properties of(SmtpSettings settings, ScheduledExecutorService deadlines) {
    Properties all = new Properties();
    set(all, "debug", "false");
    set(all, "debug.auth", "false");
    set(all, "smtp.localhost", settings.heloName());
    set(all, "smtp.connectiontimeout", millis(settings.limits().connect()));
    set(all, "smtp.timeout", millis(settings.limits().read()));
    set(all, "smtp.writetimeout", millis(settings.limits().write()));
    all.put("mail.smtp.executor.writetimeout", deadlines);
    set(all, "smtp.quitwait", "false");
    set(all, "smtp.sendpartial", "false");
    set(all, "smtp.allow8bitmime", "false");
    set(all, "smtp.auth", String.valueOf(settings.user() != null));
    set(all, "smtp.auth.mechanisms", "PLAIN LOGIN");
    protect(all, settings);
    return all;
  }

  private static void protect(Properties all, SmtpSettings settings) {
    boolean startTls = settings.security() == SmtpSecurity.STARTTLS;
    set(all, "smtp.starttls.enable", String.valueOf(startTls));
    set(all, "smtp.starttls.required", String.valueOf(startTls));
    set(all, "smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    set(all, "smtp.ssl.checkserveridentity", "true");
    set(all, "smtp.socketFactory.fallback", "false");
    if (settings.sockets() != null) {
      all.put("mail.smtp.ssl.socketFactory", settings.sockets());
    }
  }

  private static void set(Properties all, String name, String value) {
    all.setProperty("mail." + name, value);
  }

  private static String millis(Duration time) {
    return String.valueOf(time.toMillis());
  }
}
