/// 封签: key pairs and signatures, Ed25519 or 国密 SM2 with SM3.
@NullMarked
package jingwei.exchange.seal;

import org.jspecify.annotations.NullMarked;
