/**
 * Who works on an exam: a claim with a lease, so that two people never read the same one unknowingly and nobody can hold
 * one silently. A claim says nothing about paging: only a read-back stops the ladder.
 */
@NullMarked
package org.ecgnet.hub.worklist.claim;

import org.jspecify.annotations.NullMarked;
