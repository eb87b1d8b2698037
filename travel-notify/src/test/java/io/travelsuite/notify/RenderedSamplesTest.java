package io.travelsuite.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.notify.calendar.TripCalendar;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.template.MessageTemplates;
import io.travelsuite.notify.ticket.IssuedTicket;
import io.travelsuite.notify.ticket.pdf.TicketPdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes every message as it ships to {@code -Dtravel.rendered=FOLDER}, for people to look at; by
 * default to a folder that goes away.
 */
class RenderedSamplesTest {

  @TempDir private Path temporary;

  @Test
  void every_kind_is_written_in_every_language() throws IOException {
    String wanted = System.getProperty("travel.rendered");
    Path folder = wanted == null ? temporary : Files.createDirectories(Path.of(wanted));
    MessageTemplates templates = MessageTemplates.builder().build();
    for (Locale locale : Samples.LANGUAGES) {
      for (NoticeKind kind : NoticeKind.values()) {
        write(folder, templates, Samples.notice(kind, locale));
      }
    }
    try (var files = Files.list(folder)) {
      assertThat(files).hasSizeGreaterThanOrEqualTo(3 * 6 * 3);
    }
  }

  private static void write(Path folder, MessageTemplates templates, BookingNotice notice)
      throws IOException {
    String name = notice.locale().toLanguageTag() + "-" + notice.kind().text();
    List<IssuedTicket> tickets = Samples.tickets(notice);
    Content mail = templates.mail(notice, tickets);
    String html = mail.html();
    for (Attachment picture : mail.attachments()) {
      Files.write(folder.resolve(name + "-" + picture.fileName()), picture.bytes());
      html = html.replace("cid:" + picture.contentId(), name + "-" + picture.fileName());
    }
    Files.writeString(folder.resolve(name + ".html"), html);
    String sms = templates.sms(notice).text();
    Files.writeString(
        folder.resolve(name + ".txt"), mail.subject() + "\n\n" + mail.text() + "\n" + sms + "\n");
    if (!tickets.isEmpty()) {
      Attachment pdf = new TicketPdf(templates).draw(notice, tickets);
      Files.write(folder.resolve(name + ".pdf"), pdf.bytes());
    }
    for (Attachment file : new TripCalendar("example.com", Clock.systemUTC()).files(notice)) {
      Files.write(folder.resolve(name + "-" + file.fileName()), file.bytes());
    }
  }
}
