/**
 * The pages of customers, written by the server: they work without script, and better with it. The
 * frame of all pages is here too: templates, files, the look.
 */
@NullMarked
package io.travelsuite.examples.server.page;

import org.jspecify.annotations.NullMarked;
