/// 租赁计量: how many days a hosted platform really ran, reckoned by the system itself from minutes it could be served (建租结合).
@NullMarked
package jingwei.exchange.lease;

import org.jspecify.annotations.NullMarked;
