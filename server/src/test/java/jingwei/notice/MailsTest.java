package jingwei.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// 邮件: what a real mail server gets, and what is said when it takes nothing.
class MailsTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("center@city.example", "center", "peony");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMessageArrivesInChinese() throws Exception {
        Mails mails = mails("center:peony");
        assertThat(mails.ready()).isTrue();
        mails.send("citizen@city.example", "您反映的问题已办结", "路灯已于今日修复，感谢您的监督。");
        Message arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("您反映的问题已办结");
        assertThat(arrived.getContent().toString().strip()).isEqualTo("路灯已于今日修复，感谢您的监督。");
        assertThat(arrived.getFrom()[0]).hasToString("center@city.example");
        assertThat(arrived.getAllRecipients()[0]).hasToString("citizen@city.example");
    }

    @Test
    void aWrongPasswordIsAFailureAndSendsNothing() {
        assertThatThrownBy(() -> mails("center:wrong").send("citizen@city.example", "题", "文")).isInstanceOf(IOException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsAFailure() {
        Mails mails = mails("center:peony");
        server.stop();
        assertThatThrownBy(() -> mails.send("citizen@city.example", "题", "文")).isInstanceOf(IOException.class);
    }

    /// A line break in an address or a subject never becomes another header.
    @Test
    void noHeaderIsSmuggledIn() throws Exception {
        assertThatThrownBy(() -> mails("center:peony").send("a@city.example\r\nBcc: b@city.example", "题", "文"))
                .isInstanceOf(IOException.class);
        mails("center:peony").send("a@city.example", "题\r\nBcc: b@city.example", "文");
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    private Mails mails(String login) {
        return new Mails("smtp://" + login + "@127.0.0.1:" + server.getSmtp().getPort() + "?from=center@city.example", new JsonMapper());
    }
}
