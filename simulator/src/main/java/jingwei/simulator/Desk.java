package jingwei.simulator;

/// 席位: somebody's habits: looks at his lists and does what waits for him.
sealed interface Desk permits FieldDesk, AcceptanceDesk, DispatchDesk, UnitDesk, LeaderDesk {

    void work();
}
