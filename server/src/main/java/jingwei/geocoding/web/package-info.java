/// 地理编码的接口: search, reverse, suggest, batch, and the keeping of places. Requirements: GCF-01 to GCF-10.
@NullMarked
package jingwei.geocoding.web;

import org.jspecify.annotations.NullMarked;
