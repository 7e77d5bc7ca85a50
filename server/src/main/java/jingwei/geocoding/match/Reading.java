package jingwei.geocoding.match;

import java.util.List;
import jingwei.geocoding.index.BuildingNumber;
import jingwei.geocoding.index.PlateNumber;
import org.jspecify.annotations.Nullable;

/// 释读: one way to read a text by the grammar of addresses.
///
/// @param core  what the spot hangs on
/// @param areas areas named anywhere
/// @param tail  what follows the core
/// @param hints roads named beside the core
record Reading(Core core, List<Element> areas, Tail tail, List<Element> hints) {

    /// 主体: what the spot hangs on.
    sealed interface Core {

        /// 门牌. @param building beside the number, or null
        record AtPlate(Element road, PlateNumber number, @Nullable BuildingNumber building) implements Core {
        }

        /// 交叉口. @param named whether the text says it is a crossing; @param along the road to walk if the text says so
        record AtCrossing(List<Element> roads, boolean named, @Nullable Element along) implements Core {
        }

        /// 路段: the part of a road between two others.
        record AlongStretch(Element road, Element from, Element to) implements Core {
        }

        /// 楼: a building of a quarter.
        record AtBuilding(Element quarter, String number) implements Core {
        }

        /// 单位、标志物、小区. @param part whether the text goes on to name something of it, or something else;
        /// @param inside the other place of the text that it stands in, or null
        record AtSpot(Element spot, boolean part, @Nullable Element inside) implements Core {
        }

        /// 道路. @param corner whether the text says `口` but names no other road
        record OnRoad(Element road, boolean corner) implements Core {
        }

        /// 区域.
        record InArea(Element area) implements Core {
        }

        /// 不认识: something that must be a road, a quarter or a house is not in the gazetteer.
        record Unknown(String name) implements Core {
        }
    }

    /// 方位: legs to walk, the side to step to, and whether only the neighbourhood is meant.
    ///
    /// @param side degrees clockwise from north, NaN for none
    record Tail(List<Token> legs, double side, boolean near) {

        static final Tail NONE = new Tail(List.of(), Double.NaN, false);

        boolean hasSide() {
            return !Double.isNaN(side);
        }
    }
}
