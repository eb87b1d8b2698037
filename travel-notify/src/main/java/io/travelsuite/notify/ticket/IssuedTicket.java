package io.travelsuite.notify.ticket;

import io.travelsuite.notify.notice.NoticeLine;

/**
 * A ticket as a traveller gets it. Its text form shows neither the holder nor the code, which lets
 * in who has it.
 *
 * @param ticket what it says
 * @param code the text of its QR code
 * @param line what it is for
 * @param holder who travels, or an empty text when nobody said
 */
public record IssuedTicket(Ticket ticket, String code, NoticeLine line, String holder) {

  /** {@return its QR code} */
  public QrPicture picture() {
    return QrPicture.of(code);
  }

  /** {@return a text without personal data} */
  @Override
  public String toString() {
    return "IssuedTicket[" + ticket.serial() + " issue " + ticket.issue() + "]";
  }
}
