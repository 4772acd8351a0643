/**
 * Diagnostic statements with a continuous score each, from the measurements alone.
 *
 * <p>A score is the logistic of weighted evidence; 0.5 or above claims the statement. Rules ask here what kind of rhythm or
 * conduction they look at. What makes a statement critical does not belong here but in the rules.
 */
@NullMarked
package org.ecgnet.triage.statement;

import org.jspecify.annotations.NullMarked;
