package org.ecgnet.hub.broker;

import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in by client certificate and grants by {@link TopicRights}. */
final class CertificateAccess implements ActiveMQSecurityManager5 {

    private static final Logger LOGGER = LoggerFactory.getLogger(CertificateAccess.class);
    private static final String QUEUE_MARK = "::";

    private final Predicate<X509Certificate> revoked;

    CertificateAccess(Predicate<X509Certificate> revoked) {
        this.revoked = revoked;
    }

    @Override
    public @Nullable Subject authenticate(
            String user, String password, RemotingConnection connection, String securityDomain) {
        Optional<X509Certificate> certificate = PeerName.certificate(connection);
        Optional<String> name = certificate.flatMap(PeerName::commonName);
        if (name.isEmpty()) {
            LOGGER.warn("connection refused: no certificate with a site's name");
            return null;
        }
        if (revoked.test(certificate.get())) {
            LOGGER.warn("connection refused: the certificate of {} is revoked", name.get());
            return null;
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(name.get()));
        return subject;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType checkType, String address) {
        Optional<String> name =
                subject.getPrincipals(UserPrincipal.class).stream().findFirst().map(Principal::getName);
        int queue = address.indexOf(QUEUE_MARK);
        String topic = queue < 0 ? address : address.substring(0, queue);
        return name.isPresent()
                && switch (checkType) {
                    case SEND -> TopicRights.mayPublish(name.get(), topic);
                    case CONSUME,
                            CREATE_NON_DURABLE_QUEUE,
                            DELETE_NON_DURABLE_QUEUE,
                            CREATE_DURABLE_QUEUE,
                            DELETE_DURABLE_QUEUE -> TopicRights.maySubscribe(name.get(), topic);
                    case CREATE_ADDRESS, DELETE_ADDRESS ->
                        TopicRights.mayPublish(name.get(), topic) || TopicRights.maySubscribe(name.get(), topic);
                    case MANAGE, BROWSE, VIEW, EDIT -> false;
                };
    }

    /** Without a certificate nobody is anybody. */
    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        return false;
    }
}
