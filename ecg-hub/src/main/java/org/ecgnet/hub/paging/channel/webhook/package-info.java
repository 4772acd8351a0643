/** Pages and requests as signed events: CloudEvents 1.0 bodies under Standard Webhooks 1.0.0 signatures. */
@NullMarked
package org.ecgnet.hub.paging.channel.webhook;

import org.jspecify.annotations.NullMarked;
