/**
 * Bots of group chats: DingTalk, Feishu and WeCom, each with its own way of signing and of saying no.
 *
 * <p>A chat wakes nobody and may be blocked for minutes: it is a push beside the telephone, never instead of it.
 */
@NullMarked
package org.ecgnet.hub.paging.channel.bot;

import org.jspecify.annotations.NullMarked;
