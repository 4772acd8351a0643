package org.ecgnet.hub.dispatch;

/**
 * What the call-back endpoint answers.
 *
 * @param status of HTTP
 * @param text one line for the log on the other side
 */
public record CallbackAnswer(int status, String text) {}
