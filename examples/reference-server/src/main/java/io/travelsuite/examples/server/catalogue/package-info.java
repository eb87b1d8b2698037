/**
 * What a supplier tells of its products beyond what the library needs to sell them: options,
 * opening hours, names of fare units. A host keeps this wherever it keeps its products' texts.
 */
@NullMarked
package io.travelsuite.examples.server.catalogue;

import org.jspecify.annotations.NullMarked;
