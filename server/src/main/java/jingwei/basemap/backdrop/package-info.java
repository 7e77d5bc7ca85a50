/// 底图: the city's own tile services (WMTS) behind maps, fetched by the server so that their keys never leave it (BDR-11).
///
/// Which services there are stands in a file of the operator (`JINGWEI_WMTS`), not in the database: the server speaks to exactly the
/// hosts named there, whatever a user asks for.
@NullMarked
package jingwei.basemap.backdrop;

import org.jspecify.annotations.NullMarked;
