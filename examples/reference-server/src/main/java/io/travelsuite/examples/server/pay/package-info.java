/** The payment providers of the server, and what they tell by webhook. */
@NullMarked
package io.travelsuite.examples.server.pay;

import org.jspecify.annotations.NullMarked;
