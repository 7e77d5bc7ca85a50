/// 验收: the dossier of acceptance (VAL-01, VAL-06), printed in Chinese from a running platform and from the repository, by five views.
@NullMarked
package jingwei.conformance.acceptance;

import org.jspecify.annotations.NullMarked;
