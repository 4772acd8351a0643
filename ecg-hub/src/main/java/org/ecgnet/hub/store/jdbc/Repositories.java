package org.ecgnet.hub.store.jdbc;

import java.util.Map;
import java.util.function.Function;
import org.ecgnet.hub.archive.ArchiveRepository;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.delivery.DeliveryLogRepository;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.drill.DrillRepository;
import org.ecgnet.hub.duty.HeartbeatRepository;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.fiducial.HandRepository;
import org.ecgnet.hub.identity.AccountRepository;
import org.ecgnet.hub.identity.LoginFailureRepository;
import org.ecgnet.hub.identity.SessionRepository;
import org.ecgnet.hub.identity.factor.SecondFactorRepository;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.paging.run.ChannelRepository;
import org.ecgnet.hub.paging.run.DeliveryRepository;
import org.ecgnet.hub.paging.run.UnreadRepository;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.register.RegisterRepository;
import org.ecgnet.hub.report.ReportRepository;
import org.ecgnet.hub.roster.RosterRepository;
import org.ecgnet.hub.site.ScopeRepository;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.worklist.FilterRepository;
import org.ecgnet.hub.worklist.WorklistRepository;
import org.ecgnet.hub.worklist.callback.CallBackRepository;
import org.ecgnet.hub.worklist.claim.ClaimRepository;
import org.ecgnet.hub.worklist.handover.HandoverRepository;
import org.ecgnet.hub.worklist.repeat.RepeatRepository;
import org.ecgnet.hub.worklist.turnaround.TurnaroundRepository;
import org.jdbi.v3.core.Handle;

/** Which class implements which repository: one line each. */
final class Repositories {

    private static final Map<Class<?>, Function<Handle, ?>> ALL = Map.ofEntries(
            entry(AccountRepository.class, JdbcAccountRepository::new),
            entry(ArchiveRepository.class, JdbcArchiveRepository::new),
            entry(AuditRepository.class, JdbcAuditRepository::new),
            entry(CallBackRepository.class, JdbcCallBackRepository::new),
            entry(CaseRepository.class, JdbcCaseRepository::new),
            entry(ChannelRepository.class, JdbcChannelRepository::new),
            entry(ClaimRepository.class, JdbcClaimRepository::new),
            entry(DeliveryLogRepository.class, JdbcDeliveryLogRepository::new),
            entry(DeliveryRepository.class, JdbcDeliveryRepository::new),
            entry(DispatchRepository.class, JdbcDispatchRepository::new),
            entry(DownlinkRepository.class, JdbcDownlinkRepository::new),
            entry(DrillRepository.class, JdbcDrillRepository::new),
            entry(ExamRepository.class, JdbcExamRepository::new),
            entry(FilterRepository.class, JdbcFilterRepository::new),
            entry(HandRepository.class, JdbcHandRepository::new),
            entry(HandoverRepository.class, JdbcHandoverRepository::new),
            entry(HeartbeatRepository.class, JdbcHeartbeatRepository::new),
            entry(IntakeRepository.class, JdbcIntakeRepository::new),
            entry(LoginFailureRepository.class, JdbcLoginFailureRepository::new),
            entry(PageRepository.class, JdbcPageRepository::new),
            entry(ReadingRepository.class, JdbcReadingRepository::new),
            entry(RegisterRepository.class, JdbcRegisterRepository::new),
            entry(RepeatRepository.class, JdbcRepeatRepository::new),
            entry(ReportRepository.class, JdbcReportRepository::new),
            entry(RosterRepository.class, JdbcRosterRepository::new),
            entry(ScopeRepository.class, JdbcScopeRepository::new),
            entry(SecondFactorRepository.class, JdbcSecondFactorRepository::new),
            entry(SessionRepository.class, JdbcSessionRepository::new),
            entry(SiteRepository.class, JdbcSiteRepository::new),
            entry(TurnaroundRepository.class, JdbcTurnaroundRepository::new),
            entry(UnreadRepository.class, JdbcUnreadRepository::new),
            entry(WorklistRepository.class, JdbcWorklistRepository::new));

    private Repositories() {}

    private static <R> Map.Entry<Class<?>, Function<Handle, ?>> entry(Class<R> type, Function<Handle, R> constructor) {
        return Map.entry(type, constructor);
    }

    static <R> R bind(Class<R> type, Handle handle) {
        Function<Handle, ?> constructor = ALL.get(type);
        if (constructor == null) {
            throw new IllegalArgumentException("repository: " + type.getName() + " (expected: one listed in "
                    + Repositories.class.getSimpleName() + ")");
        }
        return type.cast(constructor.apply(handle));
    }
}
