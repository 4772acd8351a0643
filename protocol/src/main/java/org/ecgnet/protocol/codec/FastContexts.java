package org.ecgnet.protocol.codec;

/** Two contexts a sample, averaged: how large residuals are around it, and where the last value and the straight line lie. */
final class FastContexts implements SymbolContexts {

    private static final int NEAR = 8;
    private static final int NEARS = 2 * NEAR + 1;
    private static final long HALVES = 0x7FFF_7FFF_7FFF_7FFFL;
    private static final long FLOORS_0 = SymbolTable.floors(0);
    private static final long FLOORS_4 = SymbolTable.floors(4);
    private static final long FLOORS_8 = SymbolTable.floors(8);
    private static final long FLOORS_12 = SymbolTable.floors(12);

    private final SymbolTable byLevel = SymbolTable.longLived(Residuals.LEVELS);
    private final SymbolTable byPlace = SymbolTable.shortLived(NEARS * NEARS * 2);

    private final long[] starts = {0, 0, 0, 0, EntropyCoder.TOTAL};

    FastContexts() {
        forget();
    }

    @Override
    public void forget() {
        byLevel.begin(Residuals.INITIAL);
        byPlace.forget();
    }

    @Override
    public int code(EntropyCoder coder, int symbol, Surroundings at) {
        int level = SymbolTable.base(at.level);
        int place = SymbolTable.base(place(at, NEAR));
        byPlace.inherit(place, byLevel, level);
        starts[0] = (byLevel.four(level) + byPlace.four(place) >>> 1 & HALVES & ~SymbolTable.AGE) + FLOORS_0;
        starts[1] = (byLevel.four(level + 1) + byPlace.four(place + 1) >>> 1 & HALVES) + FLOORS_4;
        starts[2] = (byLevel.four(level + 2) + byPlace.four(place + 2) >>> 1 & HALVES) + FLOORS_8;
        starts[3] = (byLevel.four(level + 3) + byPlace.four(place + 3) >>> 1 & HALVES) + FLOORS_12;
        int coded = coder.code(symbol, starts);
        byLevel.learn(level, coded);
        byPlace.learn(place, coded);
        return coded;
    }

    /** Where the last value and the line lie, each up to {@code most} away, and whether there are bits below the symbol. */
    static int place(Surroundings at, int most) {
        return (pair(at.toLast, at.toLine, most) << 1) + (at.shift > 0 ? 1 : 0);
    }

    static int pair(int one, int other, int most) {
        return (LeadState.clip(one, most) + most) * (2 * most + 1) + LeadState.clip(other, most) + most;
    }
}
