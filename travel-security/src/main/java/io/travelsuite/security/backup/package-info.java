/**
 * Backups at rest: a stream sealed in chunks, its manifest, how many are kept, how old they are.
 */
@NullMarked
package io.travelsuite.security.backup;

import org.jspecify.annotations.NullMarked;
