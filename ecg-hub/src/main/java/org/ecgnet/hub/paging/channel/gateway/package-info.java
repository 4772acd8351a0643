/**
 * Gateways of operators and vendors that send a text message or place a call when a form or a JSON body is posted to them: SMS,
 * voice. What a county's gateway wants is a template in the settings, not a class.
 */
@NullMarked
package org.ecgnet.hub.paging.channel.gateway;

import org.jspecify.annotations.NullMarked;
