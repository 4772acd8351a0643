package org.ecgnet.edge.store;

/**
 * Room for recordings.
 *
 * @param usedBytes what the store holds
 * @param limitBytes what it may hold
 * @param freeBytes what the disk has left
 */
public record DiskState(Room room, long usedBytes, long limitBytes, long freeBytes) {

    /** What may still be recorded. */
    public enum Room {
        OK,
        /** Emergencies only: send what is queued, or make room. */
        NEARLY_FULL,
        /** Nothing: what is running may end within the reserve. */
        FULL
    }

    static DiskState of(StoreSettings settings, long usedBytes, long freeBytes) {
        long limit = settings.diskLimitBytes();
        Room room = Room.OK;
        if (usedBytes >= limit || freeBytes < settings.leaveFreeBytes() / 2) {
            room = Room.FULL;
        } else if (usedBytes >= limit * StoreSettings.NEARLY_FULL_SHARE || freeBytes < settings.leaveFreeBytes()) {
            room = Room.NEARLY_FULL;
        }
        return new DiskState(room, usedBytes, limit, freeBytes);
    }
}
