package io.waypost.app.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C1 the XML of callbacks is read flat, and nothing in it points elsewhere")
class WechatXmlTest {

    @Test
    void readsFieldsOfTheFirstLevel() {
        assertThat(WechatXml
                .read("""
                <xml><Content><![CDATA[你好 <b> & ]]></Content><MsgId>1</MsgId><Info><Deep>x</Deep></Info><MsgId>2</MsgId></xml>"""))
                .hasValueSatisfying(fields -> assertThat(fields).containsEntry("Content", "你好 <b> &")
                        .containsEntry("MsgId", "1").doesNotContainKey("Deep"));
    }

    @Test
    void refusesEntitiesAndWhatIsNoXml() {
        for (var xml : new String[]{"", "你好", "<xml>", "<xml><a>&b;</a></xml>", """
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Content>&e;</Content></xml>""",
                """
                <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><xml><Content>&b;</Content></xml>"""}) {
            assertThat(WechatXml.read(xml)).as(xml).isEmpty();
        }
    }
}
