/// 异构平台: a platform somebody else built. Its messages (XML, no receipts, no sequence) become letters and letters become its
/// messages by a mapping file (对接方言), so that boxes, desk, parking and queues are the same for everybody.
@NullMarked
package jingwei.exchange.stranger;

import org.jspecify.annotations.NullMarked;
