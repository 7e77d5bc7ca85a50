/// 公众上报的契约: endpoints for citizens and for the desk.
@NullMarked
package jingwei.citizen.web;

import org.jspecify.annotations.NullMarked;
