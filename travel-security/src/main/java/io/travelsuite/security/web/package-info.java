/**
 * The edge of a web application as data, for any framework: who may call from which page (CORS),
 * under which names the application is reached, the way to HTTPS, the headers of an answer, and how
 * much and how long is read.
 */
@NullMarked
package io.travelsuite.security.web;

import org.jspecify.annotations.NullMarked;
