package jingwei.casework;

import java.util.List;
import jingwei.process.Act;
import jingwei.standards.Refusal;
import org.jspecify.annotations.Nullable;

/// 可办动作: an act a post might perform on a case, with the fields it asks for, or the reason why not now.
///
/// @param required fields that must be given
/// @param optional fields that may be given
/// @param refusal  why it is not possible now; null where it is
public record PossibleAct(Act act, List<Field> required, List<Field> optional, @Nullable Refusal refusal) {
}
