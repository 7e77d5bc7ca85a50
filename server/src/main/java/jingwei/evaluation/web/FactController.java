package jingwei.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jingwei.evaluation.fact.FactKeeper;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// 因子的维护 (EVA-05).
@RestController
@RequestMapping("/api/evaluation/facts")
@Tag(name = "evaluation")
class FactController {

    private final FactKeeper keeper;

    FactController(FactKeeper keeper) {
        this.keeper = keeper;
    }

    @PostMapping("/rebuilding")
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "由办理记录重建因子 make all facts anew from the acts, to the same rows")
    FactKeeper.Rebuilt rebuild() {
        return keeper.rebuild();
    }
}
