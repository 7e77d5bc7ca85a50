/// 模拟: plays the posts over HTTP by the published contract, with a seed and a speed, and plays stories.
///
/// It knows nothing of the server but `api/`: what it can do, another program can do. {@link jingwei.simulator.Simulator}
/// sets the cast of a demonstration to work: collectors who walk the grids, operators, shift leaders, dispatchers who send
/// five cases in a hundred to a wrong unit, a slow unit, a leader who expedites, gateways that import. What becomes of a case
/// is dealt by its number and the seed, so that every act of the loop (T01–T41) occurs within a day.
///
/// `story` reads and plays the pages of `stories/`; `wire` speaks HTTP. {@link jingwei.simulator.Requirement} marks the tests
/// that prove a requirement.
///
/// Words: 模拟 simulator (not 模拟运行, the trial run of real people), 席位 desk, 命运 fate. Requirements: T01–T41.
/// Arrows: uses the contract and nothing of the server.
@NullMarked
package jingwei.simulator;

import org.jspecify.annotations.NullMarked;
