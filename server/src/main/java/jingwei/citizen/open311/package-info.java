/// Open311 GeoReport v2: the public standard by which other systems report and follow, in JSON and XML.
@NullMarked
package jingwei.citizen.open311;

import org.jspecify.annotations.NullMarked;
