/**
 * The county's own certificate authority: who is a clinic and who is the hub on the network between them.
 *
 * <p>A folder of files: the authority's key, the hub's certificates, a register of what was issued and of what was
 * revoked. A certificate's common name is the site code, and nothing else identifies a clinic. People who log in to
 * the console are not certified here.
 */
@NullMarked
package org.ecgnet.hub.ca;

import org.jspecify.annotations.NullMarked;
