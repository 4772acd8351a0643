package org.ecgnet.hub;

import java.util.List;
import org.ecgnet.hub.console.exam.MarkRoutes;
import org.ecgnet.hub.console.register.RegisterFiles;
import org.ecgnet.hub.console.register.RegisterRoutes;
import org.ecgnet.hub.console.report.AgreementRoutes;
import org.ecgnet.hub.console.report.PaperRoute;
import org.ecgnet.hub.console.report.ReportRoutes;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.fiducial.HandDesk;
import org.ecgnet.hub.paging.run.PagingSettings;
import org.ecgnet.hub.paper.FontShelf;
import org.ecgnet.hub.register.RegisterDesk;
import org.ecgnet.hub.report.PhraseTree;
import org.ecgnet.hub.report.ReportDesk;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.report.ReportSettings;
import org.ecgnet.hub.report.pdf.ReportPrinter;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.store.Database;
import org.ecgnet.settings.StrictSettings;

/**
 * The rooms of the console in which reports and the register of critical values are written.
 *
 * @param policy the county's choices about reports
 * @param routes for {@code ConsoleServices.more}
 */
public record ReportRooms(ReportPolicy policy, List<Routes.Maker> routes) {

    public ReportRooms {
        routes = List.copyOf(routes);
    }

    /**
     * @param all the hub's settings
     * @throws org.ecgnet.settings.SettingsException for a value that cannot be used
     */
    static ReportRooms of(StrictSettings all, Database database, HubEvents events) {
        return of(ReportSettings.from(all.group("report")), PagingSettings.clinics(all), database, events);
    }

    /** The same from what the settings say. */
    public static ReportRooms of(
            ReportSettings settings, ClinicDirectory clinics, Database database, HubEvents events) {
        var fonts = new FontShelf(settings.fonts());
        var desk = new ReportDesk(database, events, settings.policy(), settings.sealer(), PhraseTree.standard());
        var printer = new ReportPrinter(database, clinics, settings.policy(), settings.county(), fonts);
        var measuring = new HandDesk(database, events);
        var register = new RegisterDesk(database, clinics, settings.policy().zone());
        return new ReportRooms(
                settings.policy(),
                List.of(
                        parts -> new ReportRoutes(parts, desk),
                        parts -> new AgreementRoutes(parts, desk),
                        parts -> new MarkRoutes(parts, measuring),
                        parts -> new PaperRoute(parts, printer),
                        parts -> new RegisterFiles(parts, register, settings.county(), fonts),
                        parts -> new RegisterRoutes(parts, register)));
    }
}
