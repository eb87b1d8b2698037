package io.travelsuite.notify.sms;

/** What the letters of an SMS are sent in; of a segment of each, and of one of several. */
public enum SmsEncoding {
  /** The 7-bit alphabet of GSM (3GPP TS 23.038, 6.2.1), with its extension table. */
  GSM_7(160, 153),
  /** 16 bits a letter, 32 an emoji. */
  UCS_2(70, 67);

  private final int alone;
  private final int joined;

  SmsEncoding(int alone, int joined) {
    this.alone = alone;
    this.joined = joined;
  }

  /** {@return how much one segment holds that is alone} */
  public int alone() {
    return alone;
  }

  /** {@return how much each of several segments holds, beside the header that joins them} */
  public int joined() {
    return joined;
  }
}
