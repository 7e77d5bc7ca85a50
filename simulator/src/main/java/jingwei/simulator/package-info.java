/// 模拟: plays the posts over HTTP by the published contract, with a seed and a speed, and plays stories.
///
/// It knows nothing of the server but `api/`: what it can do, another program can do.
@NullMarked
package jingwei.simulator;

import org.jspecify.annotations.NullMarked;
