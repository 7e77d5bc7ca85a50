package jingwei.casework.act;

import java.util.Set;
import jingwei.casework.Field;
import jingwei.process.Act;

/// 办理表单: what an act asks to be told.
///
/// @param required fields without which the act says nothing
/// @param optional fields it takes besides
public record Form(Act act, Set<Field> required, Set<Field> optional) {
}
