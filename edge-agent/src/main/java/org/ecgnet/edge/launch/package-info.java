/**
 * What keeps the agent of a clinic's computer running: it starts the chosen version in a process of its own, starts it again
 * when it ends, tries a new version and goes back to the one before when the new one does not get well. It runs from the
 * installed version, is never updated itself, and needs nothing but the JDK and the version numbers of {@code protocol}.
 */
@NullMarked
package org.ecgnet.edge.launch;

import org.jspecify.annotations.NullMarked;
