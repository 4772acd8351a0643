package org.ecgnet.hub.intake;

import org.ecgnet.hub.ca.KeyFile;

/**
 * The broker, and who the hub is there.
 *
 * @param url {@code ssl://host:port}
 * @param key the hub's client certificate and the authority it trusts
 * @param clientId {@code hub} or {@code hub~something}
 */
public record MqttAddress(String url, KeyFile key, String clientId) {}
