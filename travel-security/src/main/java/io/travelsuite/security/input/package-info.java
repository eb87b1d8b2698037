/**
 * What comes in: rules of fields, checked here and served as JSON Schema; one answer that names
 * every field that is wrong; and what goes out into pages and spreadsheets.
 */
@NullMarked
package io.travelsuite.security.input;

import org.jspecify.annotations.NullMarked;
