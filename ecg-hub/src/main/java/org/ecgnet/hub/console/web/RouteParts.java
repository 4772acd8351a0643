package org.ecgnet.hub.console.web;

import java.time.Clock;
import org.ecgnet.hub.store.Database;

/**
 * What routes of every subject need.
 *
 * @param workers threads for what blocks, such as the database
 */
public record RouteParts(Gate gate, Workers workers, Database database, Clock clock) {}
