package jingwei.door.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// 健康: 200 exactly when the system can take work, that is when a transaction could be begun and written now.
@RestController
@Tag(name = "maintenance")
class HealthController {

    private final JdbcClient database;
    private final ApplicationAvailability availability;

    HealthController(JdbcClient database, ApplicationAvailability availability) {
        this.database = database;
        this.availability = availability;
    }

    /// @param status `up` when work can be taken, else `down`
    record Health(String status) {
    }

    @GetMapping("/api/health")
    @Permit(Permission.ANYONE)
    @Operation(summary = "能否接受工作 whether the system can take work")
    ResponseEntity<Health> health() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            // Still setting up, or on the way out.
            return down();
        }
        try {
            boolean readOnly = database.sql("SELECT pg_is_in_recovery()").query(Boolean.class).single();
            return readOnly ? down() : ResponseEntity.ok(new Health("up"));
        } catch (DataAccessException e) {
            return down();
        }
    }

    private static ResponseEntity<Health> down() {
        return ResponseEntity.status(503).body(new Health("down"));
    }
}
