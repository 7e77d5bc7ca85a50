package jingwei.law;

import jingwei.Jingwei;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// 房间之间的墙: a room uses only the rooms in its closed list; no cycles; only root packages are visible.
class ModuleLawTest {

    @Test
    void everyRoomKeepsItsWalls() {
        ApplicationModules.of(Jingwei.class).verify();
    }
}
