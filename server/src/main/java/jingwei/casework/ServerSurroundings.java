package jingwei.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.catalog.Catalog;
import jingwei.catalog.FormField;
import jingwei.catalog.Forms;
import jingwei.catalog.Sheet;
import jingwei.component.Components;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.media.Media;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.process.ProcessDefinition;
import jingwei.process.Processes;
import jingwei.standards.ClassCode;
import jingwei.standards.ComponentCode;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.Calendars;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.springframework.stereotype.Component;

/// The surroundings of the server: every room's picture of the platform being served.
@Component
class ServerSurroundings implements Surroundings {

    private final PlatformClock clock;
    private final Calendars calendars;
    private final Platforms platforms;
    private final Processes processes;
    private final Land land;
    private final Organizations organizations;
    private final Catalog catalog;
    private final Components components;
    private final Media media;
    private final Forms forms;

    ServerSurroundings(PlatformClock clock, Calendars calendars, Platforms platforms, Processes processes, Land land,
            Organizations organizations, Catalog catalog, Components components, Media media, Forms forms) {
        this.forms = forms;
        this.clock = clock;
        this.calendars = calendars;
        this.platforms = platforms;
        this.processes = processes;
        this.land = land;
        this.organizations = organizations;
        this.catalog = catalog;
        this.components = components;
        this.media = media;
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public boolean onTrial() {
        return platform().standing() == Platform.Standing.TRIAL;
    }

    @Override
    public String region() {
        return platform().region();
    }

    @Override
    public ProcessDefinition process() {
        return processes.current();
    }

    @Override
    public ProcessDefinition process(String name, int version) {
        return processes.version(name, version);
    }

    @Override
    public WorkCalendar calendar() {
        return calendars.current();
    }

    @Override
    public LandMap land() {
        return land.current();
    }

    @Override
    public Organization organization() {
        return organizations.current();
    }

    @Override
    public Sheet sheet() {
        return catalog.current();
    }

    @Override
    public List<FormField> asked(ClassCode code) {
        return forms.of(code);
    }

    @Override
    public Map<String, FormField> everAsked(ClassCode code) {
        return forms.everOf(code);
    }

    @Override
    public Optional<KnownComponent> component(String code) {
        return components.find(ComponentCode.of(code)).map(found -> new KnownComponent(found.code().toString(),
                found.classCode().minor(), found.owningUnit(), found.maintainingUnit()));
    }

    @Override
    public List<String> unknownMedia(List<String> hashes) {
        return hashes.stream().filter(hash -> media.find(hash).isEmpty()).toList();
    }

    private Platform platform() {
        return platforms.find(Tenancy.current()).orElseThrow();
    }
}
