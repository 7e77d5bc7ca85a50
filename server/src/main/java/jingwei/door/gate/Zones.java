package jingwei.door.gate;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 分区监听: which listener is which zone. A zone without a port of its own is served by the office's listener.
@Component
class Zones {

    private final Map<Zone, Integer> ports = new EnumMap<>(Zone.class);

    /// @param handset `JINGWEI_HANDSET_PORT`, 0 for none
    /// @param open    `JINGWEI_PUBLIC_PORT`, 0 for none
    Zones(@Value("${jingwei.zone.handset:0}") int handset, @Value("${jingwei.zone.public:0}") int open) {
        if (handset > 0) {
            ports.put(Zone.HANDSET, handset);
        }
        if (open > 0) {
            ports.put(Zone.PUBLIC, open);
        }
    }

    /// The ports to listen on besides the office's.
    Map<Zone, Integer> ports() {
        return ports;
    }

    /// The zone of a listener, by the port it listens on.
    Zone at(int port) {
        return ports.entrySet().stream().filter(each -> each.getValue() == port).map(Map.Entry::getKey).findFirst().orElse(Zone.OFFICE);
    }

    /// Whether this path is served in this zone.
    boolean serves(Zone zone, String path) {
        if (zone != Zone.OFFICE) {
            return zone.names(path);
        }
        return ports.keySet().stream().flatMap(each -> each.own().stream())
                .noneMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }
}
