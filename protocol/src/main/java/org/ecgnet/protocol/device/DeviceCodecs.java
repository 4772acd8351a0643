package org.ecgnet.protocol.device;

import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ecgnet.settings.NearestName;

/**
 * Every model of unit that this program can talk to.
 *
 * <p>The models are providers of {@link DeviceModel}, so that this package sees none of theirs: the packages would
 * form a circle otherwise.
 */
public final class DeviceCodecs {

    private DeviceCodecs() {}

    /**
     * A codec for one line.
     *
     * @throws IllegalArgumentException for a model that is not known; names the nearest that is
     */
    public static DeviceCodec of(UnitProfile profile) {
        SortedMap<String, DeviceModel> models = byName();
        DeviceModel model = models.get(profile.model());
        if (model == null) {
            throw new IllegalArgumentException("model: '" + profile.model() + "' (expected: one of " + models.keySet()
                    + NearestName.of(profile.model(), models.keySet())
                            .map(name -> ", did you mean '" + name + "'?)")
                            .orElse(")"));
        }
        return model.codec(profile);
    }

    /** The names that {@link #of} knows, in the order of the alphabet. */
    public static List<String> models() {
        return List.copyOf(byName().keySet());
    }

    /** Every model, in the order of the alphabet. */
    public static List<DeviceModel> all() {
        return List.copyOf(byName().values());
    }

    /** The speeds at which units usually talk, the most usual first. */
    public static List<Integer> usualBauds() {
        return byName().values().stream()
                .map(DeviceModel::usualBaud)
                .distinct()
                .sorted()
                .toList();
    }

    /** What of a unit of this model must be set because its bytes do not tell. */
    public static List<String> mustBeSet(String model) {
        return byName().values().stream()
                .filter(one -> one.name().equals(model))
                .flatMap(one -> one.mustBeSet().stream())
                .toList();
    }

    private static SortedMap<String, DeviceModel> byName() {
        SortedMap<String, DeviceModel> models = new TreeMap<>();
        for (DeviceModel model : ServiceLoader.load(DeviceModel.class, DeviceCodecs.class.getClassLoader())) {
            models.put(model.name(), model);
        }
        return models;
    }
}
