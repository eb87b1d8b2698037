package io.travelsuite.examples.database;

/** Starts a server, says where, and does not close it. */
final class ForgetfulProgram {

  private ForgetfulProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.out.println(EmbeddedDatabase.start().folder());
    Thread.sleep(60_000);
  }
}
