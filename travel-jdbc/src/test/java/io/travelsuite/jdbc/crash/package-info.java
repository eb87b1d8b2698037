/**
 * Crashes and cuts: of the process that sells, of the database, and of the connection at the very
 * moment of COMMIT. Each test runs a twin without the guard too, and must catch it.
 */
package io.travelsuite.jdbc.crash;
