/**
 * Pages by e-mail over the county's own mail server. Nobody is woken by a letter: it stands beside the telephone. The
 * letter says no more than a chat does, for mail is read on many screens.
 */
@NullMarked
package org.ecgnet.hub.paging.channel.mail;

import org.jspecify.annotations.NullMarked;
