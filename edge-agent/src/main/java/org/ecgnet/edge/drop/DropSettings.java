package org.ecgnet.edge.drop;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Where files are looked for.
 *
 * @param folder made when it is not there
 * @param every how often it is looked at
 * @param stableFor a file whose size and time did not change for so long is whole
 * @param zone of carts whose files do not tell theirs
 */
public record DropSettings(Path folder, Duration every, Duration stableFor, ZoneId zone) {}
